-- 年度节假日安排: a year entered or corrected at run time, whole, with the notice it rests on; the latest row of a year
-- holds over the file that came with the product (L-54).
create table calendar.holiday_year (
    year        integer     not null,
    entered_at  timestamptz not null,
    entered_by  text        not null,
    arrangement jsonb       not null,
    primary key (year, entered_at)
);
comment on table calendar.holiday_year is '只追加：运行中录入的年度节假日安排，谁、何时、依据哪个通知';
revoke update, delete on calendar.holiday_year from tongban_app;
