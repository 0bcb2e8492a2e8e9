-- Who wants the day's topic by direct message, on which account and when on their wall clock.
create table direct_topic (
  community_id bigint not null,
  member_id bigint not null,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_user_id varchar(200) not null,
  wall_time time not null,
  since timestamp with time zone not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);
