-- A post that an account keeps after unlinking, and that counts for the community with the other account, does not count for it again.
alter table post add column counts_together boolean default true not null;

-- What posts two members had when they were linked, so that each gets them back. The absorbed member names the link.
create table post_before_link (
  community_id bigint not null,
  absorbed_id bigint not null,
  member_id bigint not null,
  url_digest varchar(64) not null,
  url varchar(2000) not null,
  title varchar(200),
  posted_on date not null,
  posted_at timestamp with time zone not null,
  counts_together boolean not null,
  primary key (community_id, absorbed_id, member_id, url_digest),
  foreign key (community_id, absorbed_id) references member,
  foreign key (community_id, member_id) references member
);

-- Members linked until now: whoever survived keeps their posts when they are unlinked.
insert into post_before_link
  (community_id, absorbed_id, member_id, url_digest, url, title, posted_on, posted_at, counts_together)
select p.community_id, l.absorbed_id, p.member_id, p.url_digest, p.url, p.title, p.posted_on, p.posted_at, p.counts_together
from post p join member_link l on l.community_id = p.community_id and l.survivor_id = p.member_id;

-- The absorbed member from whom a survivor has it; null where it is their own.
alter table blog_plan add column brought_by bigint;
alter table feed add column brought_by bigint;
alter table milestone add column brought_by bigint;
