-- what an office closed, last closed first
create index casefile_office_closed on casework.casefile (office, closed_at desc, casefile_id desc) where state = 'CLOSED';
