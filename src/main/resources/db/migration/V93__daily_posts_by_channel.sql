-- A place has a daily post for each of several channels, each for all topics or for those of one track.
create table daily_by_channel (
  community_id bigint not null references community,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_channel_id varchar(200) not null,
  channel_name varchar(200) not null,
  -- on the wall clock, and where that hangs; no zone: the community's
  wall_time time not null,
  zone varchar(64),
  weekdays varchar(60) not null,
  -- only topics of this track; null for all
  track varchar(200),
  pin boolean not null,
  -- whether the week is summed up on Mondays
  weekly boolean not null,
  -- when it was set last: nothing that was due before is made up for
  since timestamp with time zone not null,
  primary key (community_id, platform, external_community_id, external_channel_id)
);

insert into daily_by_channel (community_id, platform, external_community_id, external_channel_id, channel_name,
  wall_time, zone, weekdays, pin, weekly, since)
select community_id, platform, external_community_id, external_channel_id, channel_name,
  wall_time, zone, weekdays, pin, weekly, since
from daily;

drop table daily;
alter table daily_by_channel rename to daily;

-- What was posted is known by its channel, too, so that no channel gets it twice.
update announcement set announcement_key = announcement_key || '#' || external_channel_id
where kind in ('daily', 'weekly') and external_channel_id is not null
  and char_length(announcement_key) + char_length(external_channel_id) < 120;
