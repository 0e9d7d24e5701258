-- what a rule opened an order for where it is not a case: a report, a problem ticket, the ticket of a bad rating; once each
alter table supervision.supervision_order add column cause text;
create unique index supervision_order_cause on supervision.supervision_order (cause) where cause is not null;
