-- 通知: what was told to whom, by which way and when; one row a case, occasion, recipient and way. No words: they are made when read
-- or sent, from the kind and small facts without names (D-26). Every key starts with casefile_id.
create table notices.notice (
    casefile_id bigint not null,
    occasion    text not null,
    recipient   text not null,
    way         text not null,
    kind        text not null,
    standing    text not null,
    item_id     text not null,
    facts       jsonb not null,
    state       text not null,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    read_at     timestamptz,
    address     text,
    attempts    int not null default 0,
    next_at     timestamptz,
    reason      text,
    primary key (casefile_id, occasion, recipient, way)
);
-- an inbox, latest first
create index notice_inbox on notices.notice (recipient, created_at desc, casefile_id, occasion) where way = 'INBOX';
create index notice_unread on notices.notice (recipient) where way = 'INBOX' and read_at is null;
-- what leaves the node and has not yet
create index notice_waiting on notices.notice (next_at, casefile_id) where state = 'WAITING';
comment on column notices.notice.occasion is 'e<event>[.t<task>], r.<what>.<day> for reminders, or a name of the module that asked for it';
comment on column notices.notice.recipient is 'subject of an applicant or agent; account:<id>, office:<code>, post:<ROLE>@<code> of staff';
comment on column notices.notice.address is 'where it was sent, masked';

-- what is to be said of a case at a moment to come, as long as it still holds then
create table notices.reminder (
    casefile_id bigint not null,
    what        text not null,
    ends_on     date not null,
    at          timestamptz not null,
    primary key (casefile_id, what)
);
create index reminder_due on notices.reminder (at, casefile_id);

-- how an applicant wants to be told; what identifies them is sealed under a key of that row (D-24)
create table notices.contact (
    subject     text primary key,
    wrapped_key bytea not null,
    sealed      bytea not null,
    confirmed   boolean not null,
    sms         boolean not null,
    english     boolean not null,
    code        text,
    tries       int not null default 0,
    code_until  timestamptz,
    changed_at  timestamptz not null
);
comment on column notices.contact.code is 'SM3 of the code sent to the address, until it is confirmed';
