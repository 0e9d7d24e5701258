-- what a window took in: open cases by state, due first; closed ones, last closed first
create index casefile_window on casework.casefile
    (received_by, state, (coalesce(due_on, '9999-12-31'::date)), opened_at, casefile_id)
    where received_by is not null and state <> 'CLOSED';
create index casefile_window_closed on casework.casefile (received_by, closed_at desc, casefile_id desc)
    where received_by is not null and state = 'CLOSED';
-- where paper originals are: found by holder, sender or addressee; cases without any cost it nothing
create index casefile_originals on casework.casefile using gin (originals jsonb_path_ops) where originals <> '[]'::jsonb;
