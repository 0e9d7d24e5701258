-- tickets of bad ratings that are over their last day, whose ever they are
create index ticket_finish on ratings.ticket (finish_by, ticket_id) where state not in ('CLOSED', 'EXCLUDED');
