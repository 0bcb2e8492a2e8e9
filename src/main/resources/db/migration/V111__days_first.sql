-- By the day first: who checked in on a day is found by it as before, and the days of a member since one are found by the primary key alone.
-- H2 could not tell the two apart where members have many days, and read those of the whole community.
drop index check_in_of_day;
create index check_in_of_day on check_in (study_day, community_id);
