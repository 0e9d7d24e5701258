-- 草稿: what somebody has filled in before there is a case, sealed under a key of its own
create table casework.draft (
    draft_id uuid primary key,
    owner    text not null,
    item_id  text not null,
    version  int not null,
    saved_at timestamptz not null,
    key      bytea not null,
    sealed   bytea not null
);
create index draft_owner on casework.draft (owner, item_id, saved_at desc);
