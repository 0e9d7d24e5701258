-- 事项版本: every file of a service that was ever released, and what managers laid over it. A case names the version it was
-- handed in under, and that version can be read for ever.
create table catalogue.item_file (
    item        text        not null,
    digest      text        not null,
    content     text        not null,
    released_at timestamptz not null,
    primary key (item, digest)
);
comment on table catalogue.item_file is '只追加：发布过的事项文件，以摘要为名';
revoke update, delete on catalogue.item_file from tongban_app;

create table catalogue.overlay (
    id          uuid        primary key,
    item        text        not null,
    path        text        not null,
    place       text,
    value       text        not null,
    valid_from  date        not null,
    valid_until date,
    entered_by  text        not null,
    approved_by text        not null,
    instrument  text        not null,
    entered_at  timestamptz not null,
    check (entered_by <> approved_by),
    check (valid_until >= valid_from)
);
comment on table catalogue.overlay is '只追加：牵头单位对事项文件的改动，依据、经手人和复核人';
revoke update, delete on catalogue.overlay from tongban_app;
create index overlay_item on catalogue.overlay (item, entered_at);

create table catalogue.item_version (
    item     text  not null,
    version  text  not null,
    digest   text  not null,
    overlays jsonb not null,
    primary key (item, version),
    foreign key (item, digest) references catalogue.item_file
);
comment on table catalogue.item_version is '只追加：文件加改动得出的版本';
revoke update, delete on catalogue.item_version from tongban_app;
