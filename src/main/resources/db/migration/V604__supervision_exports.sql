-- 导出: spreadsheets made in the background; they end after some days
create table supervision.export (
    id          uuid        primary key,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    title       text        not null,
    scope       jsonb       not null,
    state       text        not null,
    rows_done   bigint      not null,
    rows_all    bigint      not null,
    started_at  timestamptz,
    finished_at timestamptz,
    expires_at  timestamptz not null
);
create index export_waiting on supervision.export (asked_at) where state in ('WAITING', 'RUNNING');
create index export_mine on supervision.export (asked_by, asked_at desc);
-- the file, in pieces as it was made
create table supervision.export_part (
    export_id uuid  not null references supervision.export on delete cascade,
    no        int   not null,
    content   bytea not null,
    primary key (export_id, no)
);
