-- What happened is told to every follower in one transaction a case, and then its rows are gone: a short table, read by its key.
-- A row an event and no index beside the key, so that the case's own transaction writes no more than it must.
drop index casework.outbox_waiting;
alter table casework.outbox drop column taken;

-- a follower that could not take what happened to a case: it is told again from there, and holds up nobody else
create table casework.outbox_behind (
    casefile_id bigint not null references casework.casefile,
    follower    text not null,
    seq         int not null,
    attempts    int not null,
    next_at     timestamptz not null,
    reason      text not null,
    primary key (casefile_id, follower)
);
create index outbox_behind_due on casework.outbox_behind (next_at, casefile_id);
comment on column casework.outbox_behind.seq is 'the first event that it has not taken';
