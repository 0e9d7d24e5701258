-- which window a clerk's draft belongs to: whoever works there can go on with it; null for applicants' own
alter table casework.draft add column window_office text;
create index draft_at_window on casework.draft (window_office, saved_at desc) where window_office is not null;
comment on column casework.draft.window_office is '收件稿所在的窗口：同一窗口的人都可以接着办';
