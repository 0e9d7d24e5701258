-- 好差评: what people said of a service, the tickets opened for bad ones, and tallies of their own (no figure scans the ratings).
create table ratings.rating (
    casefile_id bigint not null,
    occasion    text not null,
    rater       text not null,
    named       boolean not null,
    grade       int not null check (grade between 1 and 5),
    tags        text[] not null,
    item_id     text not null,
    office      text not null,
    region      text not null,
    way         text not null,
    wrapped_key bytea not null,
    sealed      bytea not null,
    counted     boolean not null default true,
    given_at    timestamptz not null,
    primary key (casefile_id, occasion)
);
comment on column ratings.rating.occasion is 'case: the case as a whole; visit.<event>: one visit to a window (N-31)';
comment on column ratings.rating.rater is 'subject of who rated; never shown to the office (N-31, N-36)';
comment on column ratings.rating.sealed is 'what they wrote, sealed under the key of the row (D-24)';

create table ratings.ticket (
    casefile_id bigint not null,
    occasion    text not null,
    ticket_id   uuid not null,
    revision    int not null,
    state       text not null,
    grade       int not null,
    tags        text[] not null,
    named       boolean not null,
    item_id     text not null,
    office      text not null,
    region      text not null,
    rated_staff text[] not null,
    opened_at   timestamptz not null,
    start_by    date not null,
    verify_by   date not null,
    finish_by   date not null,
    facts       jsonb not null,
    hotline     text,
    primary key (casefile_id, occasion)
);
create index ticket_by_id on ratings.ticket (ticket_id);
create index ticket_desk on ratings.ticket (office, finish_by, ticket_id) where state not in ('CLOSED', 'EXCLUDED');
create index ticket_province on ratings.ticket (left(region, 2), finish_by, ticket_id) where state not in ('CLOSED', 'EXCLUDED');
create index ticket_undispatched on ratings.ticket (opened_at) where hotline is null and state not in ('CLOSED', 'EXCLUDED');
comment on column ratings.ticket.rated_staff is 'accounts who acted in the case at that office: they do not see the ticket';

create table ratings.ticket_step (
    casefile_id bigint not null,
    occasion    text not null,
    revision    int not null,
    at          timestamptz not null,
    move        text not null,
    by_name     text not null,
    words       text not null,
    primary key (casefile_id, occasion, revision)
);
revoke update, delete on ratings.ticket_step from tongban_app;
comment on table ratings.ticket_step is '只追加：差评工单的处理过程';

-- what was published of a ticket, by what it is of
create table ratings.published (
    scope        text collate "C" not null,
    published_on date not null,
    ticket_id    uuid not null,
    item_id      text not null,
    office       text not null,
    grade        int not null,
    words        text not null,
    primary key (scope, published_on, ticket_id)
);

-- one row a month and scope: all, item:<id>, province:<two digits>, office:<two digits>:<code>
create table ratings.tally (
    scope    text collate "C" not null,
    month    date not null,
    grade_1  int not null default 0,
    grade_2  int not null default 0,
    grade_3  int not null default 0,
    grade_4  int not null default 0,
    grade_5  int not null default 0,
    tickets  int not null default 0,
    answered int not null default 0,
    put_right int not null default 0,
    called_back int not null default 0,
    primary key (scope, month)
);
comment on column ratings.tally.tickets is 'bad ratings under a real name that count; the next three are those of them answered, put right, called back (N-34)';

-- how many working days a bad rating may take, from when on (N-35)
create table ratings.handling_days (
    from_on     date primary key,
    start_days  int not null check (start_days between 1 and 60),
    verify_days int not null check (verify_days >= start_days),
    finish_days int not null check (finish_days between verify_days and 90),
    source      text not null,
    entered_by  text not null,
    entered_at  timestamptz not null
);
insert into ratings.handling_days values
    ('2019-12-01', 1, 5, 15, '默认值，江苏标准公布前待确认（N-35）', 'migration', '2019-12-01T00:00:00+08:00');
