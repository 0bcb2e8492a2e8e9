-- Which days of the journey a member studied, and on which of their own study days. It hangs beside that day's check-in, and is taken back with it.
create table study_record (
  community_id bigint not null,
  member_id bigint not null,
  study_day date not null,
  day_id varchar(200) not null,
  studied_at timestamp with time zone not null,
  interaction_id varchar(200) not null,
  primary key (community_id, member_id, study_day, day_id),
  foreign key (community_id, member_id) references member
);
