-- A channel has daily posts of several kinds and for several tracks, each with what goes along with it.
create table daily_by_kind (
  community_id bigint not null references community,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_channel_id varchar(200) not null,
  channel_name varchar(200) not null,
  -- what is posted: the topic of the day, or its question alone
  kind varchar(16) not null,
  -- only days of this track; 'all' for every one
  track varchar(200) not null,
  -- on the wall clock, and where that hangs; no zone: the community's
  wall_time time not null,
  zone varchar(64),
  weekdays varchar(60) not null,
  pin boolean not null,
  -- whether a thread is opened below each post
  thread boolean not null,
  -- the role or user group that each post mentions; null for none
  ping_id varchar(200),
  ping_name varchar(200),
  -- the tag that each post has in a forum; null for none
  tag_id varchar(200),
  tag_name varchar(200),
  -- whether the week is summed up on Mondays
  weekly boolean not null,
  -- when it was set last: nothing that was due before is made up for
  since timestamp with time zone not null,
  primary key (community_id, platform, external_community_id, external_channel_id, kind, track)
);

insert into daily_by_kind (community_id, platform, external_community_id, external_channel_id, channel_name,
  kind, track, wall_time, zone, weekdays, pin, thread, weekly, since)
select community_id, platform, external_community_id, external_channel_id, channel_name,
  'topic', coalesce(track, 'all'), wall_time, zone, weekdays, pin, true, weekly, since
from daily;

drop table daily;
alter table daily_by_kind rename to daily;
