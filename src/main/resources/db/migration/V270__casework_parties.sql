-- who takes part beside the applicant: few cases have any, and those that have none pay nothing for it
alter table casework.filing add column parties jsonb not null default '[]';
create index filing_parties on casework.filing using gin (parties jsonb_path_ops) where parties <> '[]'::jsonb;
comment on column casework.filing.parties is '相关当事人：no, key, role, masked, subject';
-- whose own a task is; null: the office's
alter table casework.task add column party int;
-- cases opened before parts had limits of their own
update casework.filing set limits = limits || '{"legs": {}}' where not limits ? 'legs';
