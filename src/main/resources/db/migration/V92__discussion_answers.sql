-- What members answered to the question of a daily post, one answer a member and date.
create table discussion_answer (
  community_id bigint not null,
  -- the date of the post
  asked_on date not null,
  member_id bigint not null,
  -- on which account it was given: it goes with that one when accounts are linked
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_user_id varchar(200) not null,
  -- at most 500 characters, each of which may be two to H2
  words varchar(1000) not null,
  -- whether the weekly post may quote it
  quotable boolean not null,
  answered_at timestamp with time zone not null,
  -- why a moderator took it down; null where it stands
  struck varchar(1000),
  primary key (community_id, asked_on, member_id),
  foreign key (community_id, member_id) references member
);
