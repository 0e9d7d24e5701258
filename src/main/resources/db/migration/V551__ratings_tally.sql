-- what one rating or one step of its ticket adds; folded within seconds and gone then, so that no rating waits for another
create table ratings.tally_delta (
    id          bigint generated always as identity primary key,
    month       date    not null,
    item_id     text    not null,
    office      text    not null,
    province    text    not null,
    visit       boolean not null,
    grade_1     int     not null default 0,
    grade_2     int     not null default 0,
    grade_3     int     not null default 0,
    grade_4     int     not null default 0,
    grade_5     int     not null default 0,
    tickets     int     not null default 0,
    answered    int     not null default 0,
    put_right   int     not null default 0,
    called_back int     not null default 0
);
comment on column ratings.tally_delta.visit is 'a visit to a window (一次一评); else a case that has ended (一事一评), N-31';

-- the figures by month, service and office; tally has the same summed up for the pages that everybody reads
create table ratings.tally_of (
    month       date    not null,
    item_id     text    not null,
    office      text    not null,
    province    text    not null,
    visit       boolean not null,
    grade_1     bigint  not null,
    grade_2     bigint  not null,
    grade_3     bigint  not null,
    grade_4     bigint  not null,
    grade_5     bigint  not null,
    tickets     bigint  not null,
    answered    bigint  not null,
    put_right   bigint  not null,
    called_back bigint  not null,
    primary key (month, item_id, office, visit)
);

-- the truth, counted from the ratings and their tickets; only the nightly check reads it
create view ratings.tally_truth as
select date_trunc('month', r.given_at at time zone 'Asia/Shanghai')::date as month,
       r.item_id, r.office, left(r.region, 2) || '0000' as province, r.occasion <> 'case' as visit,
       count(*) filter (where r.grade = 1) as grade_1,
       count(*) filter (where r.grade = 2) as grade_2,
       count(*) filter (where r.grade = 3) as grade_3,
       count(*) filter (where r.grade = 4) as grade_4,
       count(*) filter (where r.grade = 5) as grade_5,
       count(*) filter (where r.named and t.state is not null) as tickets,
       count(*) filter (where r.named and t.state in ('ANSWERED', 'DISSATISFIED', 'CLOSED')) as answered,
       count(*) filter (where r.named and t.state in ('ANSWERED', 'DISSATISFIED', 'CLOSED')) as put_right,
       count(*) filter (where r.named and t.state in ('DISSATISFIED', 'CLOSED')) as called_back
  from ratings.rating r
  left join ratings.ticket t on t.casefile_id = r.casefile_id and t.occasion = r.occasion
 where r.counted
 group by 1, 2, 3, 4, 5;

insert into ratings.tally_of select * from ratings.tally_truth;

-- when the deltas were folded last, and what the last nightly check found; who holds this row is the only one to write figures
create table ratings.tally_folded (
    one         int primary key check (one = 1),
    folded_at   timestamptz not null,
    checked_at  timestamptz,
    ratings     bigint not null default 0,
    differences bigint not null default 0
);
insert into ratings.tally_folded values (1, '-infinity');
