-- What was said in a playground, so that it is there after a restart: the newest messages of each channel.
create table playground_message (
  community_id bigint not null references community,
  -- counts up in the order in which they were said
  message_id bigint not null,
  channel varchar(200) not null,
  said_at timestamp with time zone not null,
  -- the one member who sees it, by the name that they have in the playground; null where all do
  only_for varchar(200),
  -- whose words it has, or whom it answers or is sent to; null where nobody is
  platform varchar(16) not null,
  external_community_id varchar(200) not null,
  external_user_id varchar(200),
  -- what it says, as JSON
  body varchar(1000000) not null,
  primary key (community_id, message_id)
);
