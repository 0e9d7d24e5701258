-- What an event costs. Each one rewrites the row of its case, so what hardly ever changes leaves that row, and what changes most stands
-- at its end: of an update PostgreSQL logs only what lies between the equal beginnings and the equal ends of the old and the new row.

-- one row a case beside it: its key, what it was filed with, and where its parts go
alter table casework.case_key rename to filing;
alter table casework.filing
    add column places        jsonb,
    add column offices       jsonb,
    add column steps         jsonb,
    add column limits        jsonb,
    add column asked_for     jsonb,
    add column answers_paper text;
update casework.filing f
   set (places, offices, steps, limits, asked_for, answers_paper) =
       (select c.places, c.offices, c.steps, c.limits, c.asked_for, c.answers_paper from casework.casefile c
         where c.casefile_id = f.casefile_id);
alter table casework.filing
    alter column places set not null,
    alter column offices set not null,
    alter column steps set not null,
    alter column limits set not null,
    alter column asked_for set not null,
    alter column answers_paper set not null;
comment on table casework.filing is 'what hardly ever changes of a case; wrapped is its key, which disposal destroys';
comment on column casework.filing.request is 'digest of client and Idempotency-Key: a repeat is told from another case of the same id';

alter table casework.casefile
    drop column places, drop column offices, drop column steps, drop column limits, drop column asked_for, drop column answers_paper,
    add column state_now text,
    add column outcome_now text,
    add column revision_now int;
update casework.casefile set (state_now, outcome_now, revision_now) = (state, outcome, revision);
alter table casework.casefile drop column state, drop column outcome, drop column revision;
alter table casework.casefile rename column state_now to state;
alter table casework.casefile rename column outcome_now to outcome;
alter table casework.casefile rename column revision_now to revision;
alter table casework.casefile alter column state set not null, alter column revision set not null;
create index casefile_open on casework.casefile (office, (coalesce(due_on, '9999-12-31'::date)), casefile_id) where state <> 'CLOSED';
create index casefile_provisional on casework.casefile (casefile_id) where due_provisional and state <> 'CLOSED';
create index casefile_window on casework.casefile
    (received_by, state, (coalesce(due_on, '9999-12-31'::date)), opened_at, casefile_id)
    where received_by is not null and state <> 'CLOSED';
create index casefile_window_closed on casework.casefile (received_by, closed_at desc, casefile_id desc)
    where received_by is not null and state = 'CLOSED';

-- room in the page for the next version of a row
alter table casework.casefile set (fillfactor = 75);
alter table casework.leg set (fillfactor = 75);
alter table casework.task set (fillfactor = 85);
alter table casework.alarm set (fillfactor = 85);
alter table casework.interval set (fillfactor = 85);

-- Parts are written by the one statement that writes their case, and by nothing else; a foreign key is a trigger that locks the case's
-- row once more for each of them.
alter table casework.leg drop constraint leg_casefile_id_fkey;
alter table casework.task drop constraint task_casefile_id_fkey;
alter table casework.alarm drop constraint alarm_casefile_id_fkey;
alter table casework.interval drop constraint interval_casefile_id_fkey;
alter table casework.event drop constraint event_casefile_id_fkey;
alter table casework.outbox drop constraint outbox_casefile_id_fkey;
alter table casework.filing drop constraint case_key_casefile_id_fkey;

-- digests as bytes; a paper lies under its event
alter table casework.event alter column hash type bytea using decode(hash, 'hex');
alter table casework.event alter column body set storage main;
alter table casework.event set (toast_tuple_target = 256);
alter table casework.filing set (toast_tuple_target = 256);
alter table casework.paper rename to paper_by_digest;
create table casework.paper (
    casefile_id bigint not null,
    seq         int not null,
    no          int not null,
    digest      bytea not null,
    sealed      bytea not null,
    primary key (casefile_id, seq, no)
);
alter table casework.paper alter column sealed set storage external;
insert into casework.paper
select casefile_id, 0, row_number() over (partition by casefile_id order by digest), decode(digest, 'hex'), sealed
  from casework.paper_by_digest;
drop table casework.paper_by_digest;
revoke update on casework.paper from tongban_app;
