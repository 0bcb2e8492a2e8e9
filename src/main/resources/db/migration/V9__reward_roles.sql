-- Which role of a platform a streak of so many days earns. No rows: rewards are off.
create table reward (
  community_id bigint not null references community,
  platform varchar(16) not null,
  days int not null,
  role_id varchar(200) not null,
  role_name varchar(200) not null,
  primary key (community_id, platform, days)
);

-- The roles that we gave and have not taken back, so that we take back no role that somebody else gave.
create table reward_held (
  community_id bigint not null,
  member_id bigint not null,
  platform varchar(16) not null,
  role_id varchar(200) not null,
  primary key (community_id, member_id, platform, role_id),
  foreign key (community_id, member_id) references member
);
