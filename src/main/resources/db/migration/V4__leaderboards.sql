-- Derived: on how many study days of a period a member checked in. All time begins with the earliest date that databases know.
create table check_in_count (
  community_id bigint not null,
  -- WEEK (from a Monday), MONTH (from its first) or ALL
  period varchar(5) not null,
  starts_on date not null,
  member_id bigint not null,
  check_ins int not null,
  primary key (community_id, period, starts_on, member_id),
  foreign key (community_id, member_id) references member
);

create index check_in_count_by_number on check_in_count (community_id, period, starts_on, check_ins desc);

-- When the member left the community; null while they belong to it.
alter table member add column left_at timestamp with time zone;
