-- Posts that a moderator took down, as they were: they count no more, and cannot be added again until they are put back.
create table post_strike (
  community_id bigint not null,
  member_id bigint not null,
  url_digest varchar(64) not null,
  url varchar(2000) not null,
  title varchar(200),
  posted_on date not null,
  posted_at timestamp with time zone not null,
  counts_together boolean not null,
  reason varchar(300) not null,
  struck_at timestamp with time zone not null,
  primary key (community_id, member_id, url_digest),
  foreign key (community_id, member_id) references member
);
