-- Blog posts, each once a member. The digest stands for the address, which is too long for an index.
create table post (
  community_id bigint not null,
  member_id bigint not null,
  url_digest varchar(64) not null,
  url varchar(2000) not null,
  title varchar(200),
  posted_on date not null,
  posted_at timestamp with time zone not null,
  primary key (community_id, member_id, url_digest),
  foreign key (community_id, member_id) references member
);

-- Derived: how many posts a community has. Whoever adds or removes one waits here for whoever else does, so that no count is passed over.
create table post_tally (
  community_id bigint not null references community primary key,
  posts int not null
);

-- What a member vowed, and whether their posts check in; before the first row, the defaults. Without a start, it is the first post.
create table blog_plan (
  community_id bigint not null,
  member_id bigint not null,
  goal_posts int not null,
  goal_days int not null,
  starts_on date,
  checks_in boolean not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);

-- The feed that a member's posts are read from. Whoever polls it raises the claim and moves the next poll on; whoever comes back with an
-- older claim changes nothing.
create table feed (
  community_id bigint not null,
  member_id bigint not null,
  url varchar(2000) not null,
  title varchar(200),
  etag varchar(500),
  last_modified varchar(100),
  looked boolean not null,
  failures int not null,
  claim int not null,
  next_poll_at timestamp with time zone not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);

create index feed_due on feed (next_poll_at);

-- What names the entries of a feed that have been seen: its guid, its link, its title.
create table feed_entry (
  community_id bigint not null,
  member_id bigint not null,
  entry_key varchar(64) not null,
  seen_at timestamp with time zone not null,
  primary key (community_id, member_id, entry_key),
  foreign key (community_id, member_id) references feed on delete cascade
);
