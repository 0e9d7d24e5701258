-- How far the demonstration's clock is ahead of the machine's, so that time does not run backwards over a restart.
create table calendar.demo_clock (
    only_row      boolean primary key default true check (only_row),
    starts_on     date,
    ahead_seconds bigint  not null
);
