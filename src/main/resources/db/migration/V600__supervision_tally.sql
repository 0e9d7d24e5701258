-- 统计数: what happened to cases, counted while it happens and folded by a job; no page counts cases. Nothing here is the truth, which
-- stands in the events of the cases; every night it is counted again from there.

-- what one event adds; folded within seconds and gone then
create table supervision.tally_delta (
    casefile_id    bigint not null,
    seq            int    not null,
    day            date   not null,
    item_id        text   not null,
    mode           text   not null,
    apply_at       text   not null,
    handled_by     text   not null,
    office         text   not null,
    received       int    not null,
    accepted       int    not null,
    supplemented   int    not null,
    granted        int    not null,
    partly_granted int    not null,
    refused        int    not null,
    declined       int    not null,
    withdrawn      int    not null,
    terminated     int    not null,
    referred       int    not null,
    on_time        int    not null,
    late           int    not null,
    -- working days from acceptance to decision
    days           int,
    grounds        jsonb  not null,
    primary key (casefile_id, seq)
);

create table supervision.tally_day (
    day            date   not null,
    item_id        text   not null,
    mode           text   not null,
    apply_at       text   not null,
    handled_by     text   not null,
    received       bigint not null,
    accepted       bigint not null,
    supplemented   bigint not null,
    granted        bigint not null,
    partly_granted bigint not null,
    refused        bigint not null,
    declined       bigint not null,
    withdrawn      bigint not null,
    terminated     bigint not null,
    referred       bigint not null,
    on_time        bigint not null,
    late           bigint not null,
    primary key (day, item_id, mode, apply_at, handled_by)
);
-- the same by month: what pages over a year read
create table supervision.tally_month (
    month date not null,
    like supervision.tally_day excluding indexes
);
alter table supervision.tally_month drop column day;
alter table supervision.tally_month add primary key (month, item_id, mode, apply_at, handled_by);
-- and by the office that is competent
create table supervision.tally_office (
    office text not null,
    like supervision.tally_month excluding indexes
);
alter table supervision.tally_office drop column mode, drop column apply_at;
alter table supervision.tally_office add primary key (month, office, item_id, handled_by);

-- how many cases took so many working days from acceptance to decision: median and 90th percentile come from here
create table supervision.tally_days (
    month      date   not null,
    item_id    text   not null,
    mode       text   not null,
    apply_at   text   not null,
    handled_by text   not null,
    days       int    not null,
    n          bigint not null,
    primary key (month, item_id, mode, apply_at, handled_by, days)
);
create table supervision.tally_ground (
    month      date   not null,
    item_id    text   not null,
    mode       text   not null,
    apply_at   text   not null,
    handled_by text   not null,
    ground     text   not null,
    n          bigint not null,
    primary key (month, item_id, mode, apply_at, handled_by, ground)
);

-- when the deltas were folded last; who holds this row is the only one to write tallies
create table supervision.tally_folded (
    one       int primary key check (one = 1),
    folded_at timestamptz not null
);
insert into supervision.tally_folded values (1, '-infinity');

-- 核对: each night's count of the truth, and what was found to differ
create table supervision.reconciliation (
    started_at  timestamptz primary key,
    finished_at timestamptz not null,
    cases       bigint not null,
    events      bigint not null,
    differences bigint not null
);
-- what is being counted now; empty between the nights
create unlogged table supervision.tally_truth (
    like supervision.tally_delta including indexes
);

-- 办件台账: one line a case with what supervision looks for, so that no list reads the cases themselves
create table supervision.case_line (
    casefile_id      bigint primary key,
    revision         int     not null,
    item_id          text    not null,
    mode             text    not null,
    apply_at         text    not null,
    handled_by       text    not null,
    office           text    not null,
    received_by      text,
    applicant_masked text    not null,
    state            text    not null,
    outcome          text,
    paused           boolean not null,
    received_on      date    not null,
    accepted_on      date,
    due_on           date,
    decided_on       date,
    closed_on        date,
    days             int,
    late             boolean,
    supplements      int     not null
);
create index case_line_due on supervision.case_line (due_on, casefile_id)
    where due_on is not null and not paused and state in ('RECEIVED', 'SUBMITTED', 'ACCEPTED');
create index case_line_received on supervision.case_line (received_on, casefile_id);
create index case_line_item on supervision.case_line (item_id, received_on, casefile_id);
create index case_line_pair on supervision.case_line (handled_by, apply_at, received_on, casefile_id);
create index case_line_office on supervision.case_line (office, received_on, casefile_id);

-- 协查台账: what cooperating departments were asked
create table supervision.inquiry_line (
    casefile_id bigint not null references supervision.case_line,
    no          int    not null,
    item_id     text   not null,
    office      text   not null,
    asked_by    text   not null,
    title       text   not null,
    state       text   not null,
    asked_on    date   not null,
    due_on      date,
    primary key (casefile_id, no)
);
create index inquiry_line_due on supervision.inquiry_line (due_on, casefile_id, no) where state = 'OPEN';
create index inquiry_line_office on supervision.inquiry_line (office, due_on, casefile_id, no) where state = 'OPEN';
