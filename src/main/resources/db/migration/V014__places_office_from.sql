-- a change of an office holds from a day on, which may lie ahead; what was entered before this column was there holds since ever
alter table places.office add column from_on date not null default '1949-10-01';
