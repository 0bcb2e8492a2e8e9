-- The processes that share this database, and how they divide Discord's shards among themselves. A database that one process
-- uses at a time leaves these empty.
create table process (
  process_id varchar(36) primary key,
  alive_until timestamp with time zone not null,
  -- it is being stopped, and gives away what it holds
  leaving boolean not null
);

create table discord_shard (
  shard int primary key,
  total int not null,
  process varchar(36),
  held_until timestamp with time zone,
  -- the process that is about to take over
  heir varchar(36),
  -- the owner claims each interaction before it answers
  joint boolean not null,
  -- the heir answers, too
  ready boolean not null,
  connected boolean not null,
  -- when a connection for it was last begun: Discord limits how often that is
  started_at timestamp with time zone
);

-- Who answers an interaction that two processes hear while one takes over from the other.
create table discord_claim (
  interaction_id varchar(200) primary key,
  claimed_at timestamp with time zone not null
);

create index discord_claim_by_time on discord_claim (claimed_at);

-- When what is done for a community now and then was begun last: one process does it for all.
create table sweep (
  community_id bigint not null references community,
  kind varchar(40) not null,
  begun_at timestamp with time zone not null,
  primary key (community_id, kind)
);
