-- a problem may be for another office than the coordination office: whoever holds the record that is wrong (D-12), or who can solve it
alter table places.problem_ticket add column office text;
create index problem_ticket_office on places.problem_ticket (office, due_on, id) where answered_at is null and office is not null;
create table places.problem_ticket_handing (
    id      bigint generated always as identity primary key,
    ticket  uuid        not null references places.problem_ticket,
    at      timestamptz not null,
    office  text,
    words   text        not null,
    by_name text        not null
);
create index problem_ticket_handing_of on places.problem_ticket_handing (ticket, id);
comment on table places.problem_ticket_handing is '只追加：问题工单的转办';
revoke update, delete on places.problem_ticket_handing from tongban_app;
