-- what was counted, one row an event that counts: behind every figure lie exactly these cases; brought into line with the truth every night
create table supervision.counted (
    like supervision.tally_delta,
    primary key (casefile_id, seq)
);
create index counted_day on supervision.counted (day, casefile_id, seq);
create index counted_item on supervision.counted (item_id, day, casefile_id, seq);
create index counted_pair on supervision.counted (handled_by, apply_at, day, casefile_id, seq);
create index counted_office on supervision.counted (office, day, casefile_id, seq);
