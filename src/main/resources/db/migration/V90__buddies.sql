-- Who wants to be paired with another member, or is, and on which account they hear of it.
create table buddy (
  community_id bigint not null,
  member_id bigint not null,
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_user_id varchar(200) not null,
  -- whether they hear that the other has checked in
  nudges boolean not null,
  -- since when they look for somebody
  since timestamp with time zone not null,
  -- whom they are paired with; null while they wait, and where the other had themselves deleted
  buddy_id bigint,
  -- null while they wait
  paired_at timestamp with time zone,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member,
  foreign key (community_id, buddy_id) references member
);

-- Who was paired not long ago: they are not paired again at once.
create table buddy_before (
  community_id bigint not null,
  member_id bigint not null,
  other_id bigint not null,
  ended_at timestamp with time zone not null,
  primary key (community_id, member_id, other_id),
  foreign key (community_id, member_id) references member,
  foreign key (community_id, other_id) references member
);
