-- 办件: one row a case, its parts and its events. Every key starts with casefile_id (the case's distribution key).

create table casework.casefile (
    casefile_id       bigint primary key,
    revision          int not null,
    item_id           text not null,
    item_version      text not null,
    mode              text not null,
    state             text not null,
    outcome           text,
    places            jsonb not null,
    offices           jsonb not null,
    steps             jsonb not null,
    office            text not null,
    received_by       text,
    applicant         text not null,
    agent             text,
    applicant_masked  text not null,
    opened_at         timestamptz not null,
    submitted_at      timestamptz,
    accepted_on       date,
    due_on            date,
    due_provisional   boolean not null,
    paused            boolean not null,
    form_returned     boolean not null,
    supplements_asked int not null,
    asked_for         jsonb not null,
    insisted          boolean not null,
    taken_over        boolean not null,
    answers_paper     text not null,
    originals         jsonb not null,
    limits            jsonb not null,
    linked_to         bigint,
    closed_at         timestamptz,
    last_hash         text not null
);
create index casefile_applicant on casework.casefile (applicant, casefile_id desc);
create index casefile_agent on casework.casefile (agent, casefile_id desc) where agent is not null;
-- the office's own open cases, due first; closed ones cost it nothing
create index casefile_open on casework.casefile (office, due_on, casefile_id) where state <> 'CLOSED';
create index casefile_office on casework.casefile (office, casefile_id);
create index casefile_received_by on casework.casefile (received_by, casefile_id) where received_by is not null;
create index casefile_provisional on casework.casefile (casefile_id) where due_provisional and state <> 'CLOSED';

create table casework.leg (
    casefile_id      bigint not null references casework.casefile,
    no               int not null,
    key              text not null,
    name             text not null,
    office           text not null,
    state            text not null,
    outcome          text,
    decided_on       date,
    due_on           date,
    statutory_due_on date,
    extension_days   int not null,
    revoked          boolean not null,
    examiner         text,
    proposal         text,
    primary key (casefile_id, no)
);

create table casework.task (
    casefile_id bigint not null references casework.casefile,
    no          int not null,
    leg         int not null,
    step        int not null,
    kind        text not null,
    title       text not null,
    office      text not null,
    claimed_by  text,
    state       text not null,
    opened_at   timestamptz not null,
    due_on      date,
    ends_at     timestamptz,
    result      text,
    primary key (casefile_id, no)
);
-- a desk: what the office has open, due first
create index task_desk on casework.task (office, (coalesce(due_on, '9999-12-31'::date)), casefile_id, no) where state = 'OPEN';

create table casework.alarm (
    casefile_id bigint not null references casework.casefile,
    no          int not null,
    kind        text not null,
    task        int not null,
    fires_at    timestamptz not null,
    armed       boolean not null,
    primary key (casefile_id, no)
);
create index alarm_due on casework.alarm (fires_at, casefile_id) where armed;

create table casework.interval (
    casefile_id bigint not null references casework.casefile,
    no          int not null,
    leg         int not null,
    running     boolean not null,
    reason      text not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (casefile_id, no)
);

-- what happened; hash is SM3 over the bytes of body, which holds the hash before
create table casework.event (
    casefile_id bigint not null references casework.casefile,
    seq         int not null,
    at          timestamptz not null,
    body        text not null,
    hash        text not null,
    primary key (casefile_id, seq)
);

-- what people wrote, sealed under the case's key; disposal deletes the key and these
create table casework.paper (
    casefile_id bigint not null references casework.casefile,
    digest      text not null,
    sealed      bytea not null,
    primary key (casefile_id, digest)
);
create table casework.case_key (
    casefile_id bigint primary key references casework.casefile,
    wrapped     bytea not null,
    -- digest of client and Idempotency-Key: a repeat is told from another case of the same id
    request     text not null
);

-- what others act on after commit: one row an event, taken by each consumer in its own time
create table casework.outbox (
    casefile_id bigint not null references casework.casefile,
    seq         int not null,
    at          timestamptz not null,
    taken       boolean not null default false,
    primary key (casefile_id, seq)
);
create index outbox_waiting on casework.outbox (at, casefile_id, seq) where not taken;

revoke update, delete on casework.event from tongban_app;
revoke update on casework.paper from tongban_app;
comment on table casework.event is '只追加：办理事件';
