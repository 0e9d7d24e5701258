-- 附件: one row an upload; the bytes lie sealed elsewhere under the row's own wrapped key
create table files.file (
    file_id     uuid primary key,
    casefile_id bigint,
    name        text not null,
    type        text not null,
    bytes       bigint not null,
    digest      text not null,
    owner       text not null,
    key         bytea not null,
    uploaded_at timestamptz not null
);
create index file_case on files.file (casefile_id, uploaded_at) where casefile_id is not null;
create index file_unused on files.file (uploaded_at) where casefile_id is null;
