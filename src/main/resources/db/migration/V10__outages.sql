-- When each platform was last known to be in reach.
create table platform_reach (
  platform varchar(16) primary key,
  reached_at timestamp with time zone not null
);

-- Whether the derived figures of the members it may cover have been derived anew.
alter table outage add column reckoned boolean default false not null;
