-- How a member walks the journey, and whether they were asked when they joined late.
create table member_path (
  community_id bigint not null,
  member_id bigint not null,
  kind varchar(60) not null,
  start_day int not null,
  decided_at timestamp with time zone not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);
