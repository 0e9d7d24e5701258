-- 机构变更: what administrators said of single offices; the latest row of a code holds. Offices that exist by rule alone
-- are in no table.
create table places.office (
    code       text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    name       text,
    serves     text[]      not null,
    address    text        not null,
    phone      text        not null,
    hours      text        not null,
    closed     boolean     not null,
    instrument text        not null,
    primary key (code, changed_at)
);
comment on table places.office is '只追加：办事机构的增设、更名、撤销，依据与经手人';
revoke update, delete on places.office from tongban_app;
