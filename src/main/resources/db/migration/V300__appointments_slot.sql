-- 号源: times an office has opened. Who books takes one place of the row in the statement that writes the booking.
create table appointments.slot (
    id        uuid        primary key,
    office    text        not null,
    item      text,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    capacity  int         not null,
    booked    int         not null default 0,
    closed    boolean     not null default false,
    opened_by text        not null,
    check (booked between 0 and capacity and starts_at < ends_at),
    constraint slot_once unique nulls not distinct (office, item, starts_at)
);
create index slot_free on appointments.slot (office, starts_at) where not closed;

-- 预约: one row a booking; a moved one stays, so that what happened can be read
create table appointments.booking (
    casefile_id bigint      not null,
    task        int         not null,
    no          int         not null,
    slot        uuid        not null,
    office      text        not null,
    item        text        not null,
    person      text        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    state       text        not null,
    ticket      int,
    booked_by   text        not null,
    booked_at   timestamptz not null,
    ended_at    timestamptz,
    primary key (casefile_id, task, no)
);
-- one open booking a task, however many press the button at once
create unique index booking_open on appointments.booking (casefile_id, task) where state in ('BOOKED', 'ARRIVED');
create index booking_day on appointments.booking (office, starts_at, casefile_id) where state in ('BOOKED', 'ARRIVED');

-- 排队号: numbers of a day; the counter row hands them out one after the other
create table appointments.queue (
    office text not null,
    day    date not null,
    last   int  not null,
    primary key (office, day)
);
create table appointments.queue_ticket (
    office      text        not null,
    day         date        not null,
    no          int         not null,
    casefile_id bigint,
    about       text        not null,
    drawn_at    timestamptz not null,
    window_name text,
    called_at   timestamptz,
    primary key (office, day, no)
);
create index queue_ticket_waiting on appointments.queue_ticket (office, day, (casefile_id is null), no) where called_at is null;
