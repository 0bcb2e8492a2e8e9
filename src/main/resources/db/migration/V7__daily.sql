-- Where and when a community has its topic posted, one row a place.
create table daily (
  community_id bigint not null references community,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_channel_id varchar(200) not null,
  channel_name varchar(200) not null,
  -- on the wall clock, and where that hangs; no zone: the community's
  wall_time time not null,
  zone varchar(64),
  weekdays varchar(60) not null,
  pin boolean not null,
  -- whether the week is summed up on Mondays
  weekly boolean not null,
  -- when it was set last: nothing that was due before is made up for
  since timestamp with time zone not null,
  primary key (community_id, platform, external_community_id)
);

create index check_in_of_day on check_in (community_id, study_day);
