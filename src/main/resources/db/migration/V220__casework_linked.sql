-- a case and the one it answers are linked both ways
create index casefile_linked_to on casework.casefile (linked_to) where linked_to is not null;
-- an office's open cases, due first, those without a due date last: the order of its page
drop index casework.casefile_open;
create index casefile_open on casework.casefile (office, (coalesce(due_on, '9999-12-31'::date)), casefile_id) where state <> 'CLOSED';
