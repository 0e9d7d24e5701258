-- Reading personal data is logged (D-21), and so is what changes who may do what (D-20). Both only grow.
create table identity.read_log (
    object text not null,
    id uuid not null,
    at timestamptz not null,
    account text not null,
    name text not null,
    role text not null,
    office text,
    what text not null,
    reason text,
    address text,
    primary key (object, id)
);
create index read_log_by_account on identity.read_log (account, at);
create index read_log_by_time on identity.read_log (at);
comment on table identity.read_log is '只追加 读取日志：谁、以什么岗位、为什么看了哪个办件或哪个人的个人信息';
comment on column identity.read_log.object is 'id of the case, file or person that was read';
revoke update, delete, truncate on identity.read_log from tongban_app;

create table identity.security_log (
    id uuid primary key,
    at timestamptz not null,
    account text not null,
    name text not null,
    role text,
    office text,
    act text not null,
    object text not null,
    detail text,
    address text
);
create index security_log_by_time on identity.security_log (at);
comment on table identity.security_log is '只追加 安全日志：登录、岗位和接口客户端的变动';
revoke update, delete, truncate on identity.security_log from tongban_app;
