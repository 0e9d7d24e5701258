-- 年度工作进展报送: one report a lead department and year
create table supervision.report (
    lead     text  not null,
    year     int   not null,
    state    text  not null,
    revision int   not null,
    items    jsonb not null,
    -- what the system knew when it was drafted last
    facts    jsonb not null,
    progress text  not null,
    problems text  not null,
    plan     text  not null,
    written_by text,
    sent_at  timestamptz,
    primary key (lead, year)
);
create table supervision.report_event (
    lead      text        not null,
    year      int         not null,
    seq       int         not null,
    at        timestamptz not null,
    by_id     text        not null,
    by_name   text        not null,
    by_office text        not null,
    act       text        not null,
    text      text        not null,
    primary key (lead, year, seq),
    foreign key (lead, year) references supervision.report
);
comment on table supervision.report_event is '只追加：年度报送的每一步';
revoke update, delete on supervision.report_event from tongban_app;
