-- Who wants to be reminded, on which account and when.
create table reminder (
  community_id bigint not null,
  member_id bigint not null,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_user_id varchar(200) not null,
  -- on the member's wall clock; null: two hours before their study day ends
  wall_time time,
  -- where they agreed to be reminded when they take no private messages
  external_channel_id varchar(200),
  channel_name varchar(200),
  since timestamp with time zone not null,
  snoozed_until timestamp with time zone,
  -- the first study day on which the streak was seen to be broken
  broken_on date,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);
