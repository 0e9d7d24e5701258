-- 督办单: what the coordination office asks an office to do, until when, and what became of it
create table supervision.supervision_order (
    id          bigint generated always as identity primary key,
    year        int         not null,
    no          int         not null,
    office      text        not null,
    item_id     text,
    casefile_id bigint,
    inquiry     int,
    rule        text,
    title       text        not null,
    state       text        not null,
    revision    int         not null,
    opened_at   timestamptz not null,
    due_on      date        not null,
    closed_at   timestamptz,
    unique (year, no)
);
create index supervision_order_open on supervision.supervision_order (due_on, id) where state <> 'CLOSED';
create index supervision_order_closed on supervision.supervision_order (closed_at desc, id desc) where state = 'CLOSED';
create index supervision_order_office on supervision.supervision_order (office, due_on, id) where state <> 'CLOSED';
create index supervision_order_item on supervision.supervision_order (item_id, opened_at desc);
-- a rule opens one order for one cause, however often it is asked
create unique index supervision_order_once on supervision.supervision_order (rule, casefile_id, coalesce(inquiry, 0))
    where rule is not null and state <> 'CLOSED';

create table supervision.order_event (
    order_id  bigint      not null references supervision.supervision_order,
    seq       int         not null,
    at        timestamptz not null,
    by_id     text        not null,
    by_name   text        not null,
    by_office text        not null,
    act       text        not null,
    text      text        not null,
    until     date,
    files     jsonb       not null,
    primary key (order_id, seq)
);
comment on table supervision.order_event is '只追加：督办单的每一步';
revoke update, delete on supervision.order_event from tongban_app;
