create table identity.client (
    id text primary key,
    name text not null,
    role text not null check (role in ('PLATFORM', 'OFFICE_SYSTEM')),
    office text,
    assurance int not null,
    secret_hash text not null,
    created_at timestamptz not null,
    closed_at timestamptz,
    check ((role = 'OFFICE_SYSTEM') = (office is not null))
);
comment on table identity.client is '接口客户端：业务系统代表一个机构，申请平台代表自己的用户';
comment on column identity.client.secret_hash is 'HMAC-SM3 under the node''s look-up key; secrets are made by us, 32 random bytes';
