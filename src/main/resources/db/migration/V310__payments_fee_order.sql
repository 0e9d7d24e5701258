-- 缴费单: one row an order; amounts in fen
create table payments.fee_order (
    casefile_id bigint      not null,
    task        int         not null,
    no          int         not null,
    office      text        not null,
    item        text        not null,
    lines       jsonb       not null,
    payable_fen bigint      not null,
    reduced_fen bigint      not null default 0,
    ground      text,
    due_on      date        not null,
    state       text        not null,
    reference   text,
    receipt     text,
    opened_by   text        not null,
    opened_at   timestamptz not null,
    paid_at     timestamptz,
    -- the step it was for has been finished
    finished    boolean     not null default false,
    primary key (casefile_id, task, no),
    check (payable_fen >= 0 and reduced_fen >= 0 and (reduced_fen = 0) = (ground is null))
);
-- one order a task that is not over
create unique index fee_order_open on payments.fee_order (casefile_id, task) where state in ('OPEN', 'PAID', 'WAIVED', 'REFUNDING');
create index fee_order_due on payments.fee_order (due_on, casefile_id) where state = 'OPEN';
create index fee_order_unfinished on payments.fee_order (casefile_id) where state in ('PAID', 'WAIVED') and not finished;
create index fee_order_refunding on payments.fee_order (casefile_id) where state = 'REFUNDING';

-- 记账: every movement of money, from an account to another; the sum over all accounts is always nothing
create table payments.movement (
    casefile_id bigint      not null,
    task        int         not null,
    no          int         not null,
    kind        text        not null,
    debit       text        not null,
    credit      text        not null,
    fen         bigint      not null check (fen > 0),
    reference   text        not null,
    at          timestamptz not null,
    -- paid once and given back once, however often the channel says so
    primary key (casefile_id, task, no, kind)
);
revoke update, delete on payments.movement from tongban_app;
comment on table payments.movement is '只追加：记账';
