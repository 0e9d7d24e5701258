-- 改动建议: what a manager of the lead department proposes to change in a service, for a second person to publish (policy M-02).
create table catalogue.proposal (
    id           uuid        primary key,
    item         text        not null,
    place        text,
    valid_from   date        not null,
    valid_until  date,
    instrument   text        not null,
    note         text        not null,
    changes      jsonb       not null,
    ends         uuid        references catalogue.proposal,
    state        text        not null check (state in ('DRAFT', 'WAITING', 'PUBLISHED', 'RETURNED', 'WITHDRAWN')),
    revision     integer     not null,
    office       text        not null,
    entered_by   text        not null,
    entered_name text        not null,
    entered_at   timestamptz not null,
    decided_by   text,
    decided_name text,
    decided_at   timestamptz,
    remark       text,
    check (valid_until >= valid_from),
    check (state <> 'PUBLISHED' or (decided_by is not null and decided_by <> entered_by))
);
create index proposal_item on catalogue.proposal (item, entered_at);
create index proposal_open on catalogue.proposal (office, entered_at) where state in ('DRAFT', 'WAITING', 'RETURNED');

create table catalogue.proposal_step (
    proposal uuid        not null references catalogue.proposal,
    revision integer     not null,
    act      text        not null,
    by_id    text        not null,
    by_name  text        not null,
    remark   text,
    at       timestamptz not null,
    primary key (proposal, revision)
);
comment on table catalogue.proposal_step is '只追加：改动建议经过了谁的手';
revoke update, delete on catalogue.proposal_step from tongban_app;

-- What was published together and by which proposal.
alter table catalogue.overlay add column proposal uuid references catalogue.proposal;
alter table catalogue.overlay add column position bigint generated always as identity;

-- A published change that was ended before its last day: by another proposal, published in the same way.
create table catalogue.proposal_end (
    proposal uuid not null references catalogue.proposal,
    ended_by uuid not null references catalogue.proposal,
    ended_on date not null,
    primary key (proposal, ended_by)
);
comment on table catalogue.proposal_end is '只追加：提前停止执行的改动';
revoke update, delete on catalogue.proposal_end from tongban_app;

-- One row: grows with every publication, which waits for it. A node that sees it grown reads again.
create table catalogue.edition (
    one    boolean primary key default true check (one),
    number bigint  not null
);
insert into catalogue.edition (number) values (0);
