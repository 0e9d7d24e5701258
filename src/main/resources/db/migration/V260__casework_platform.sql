-- the applying platform that handed a case in: it sees and lists its own
alter table casework.casefile add column platform text;
create index casefile_platform on casework.casefile (platform, casefile_id) where platform is not null;
