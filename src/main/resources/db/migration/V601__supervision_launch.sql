-- 任务台账: what was said of each of the services as a task; the latest line holds, all of them are its history
create table supervision.launch_entry (
    item_id    text        not null,
    seq        int         not null,
    at         timestamptz not null,
    by_id      text        not null,
    by_name    text        not null,
    by_office  text        not null,
    state      text        not null,
    planned_on date,
    evidence   text        not null,
    obstacle   text        not null,
    remover    text        not null,
    primary key (item_id, seq)
);
comment on table supervision.launch_entry is '只追加：任务台账的每次更新';
revoke update, delete on supervision.launch_entry from tongban_app;

-- where a service is open, as shown by the first case granted there in each mode
create table supervision.opened (
    item_id     text   not null,
    mode        text   not null,
    handled_by  text   not null,
    first_on    date   not null,
    casefile_id bigint not null,
    primary key (item_id, mode, handled_by)
);
