-- 问题工单: what could not be routed and must be looked at by a person (M-20).
create table places.problem_ticket (
    id            uuid        primary key,
    opened_at     timestamptz not null,
    item          text        not null,
    casefile      text,
    reason        text        not null,
    region_given  text,
    coordinated_by text       not null,
    due_on        date        not null,
    answer        text,
    answered_by   text,
    answered_at   timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index problem_ticket_open on places.problem_ticket (coordinated_by, due_on, id) where answered_at is null;
