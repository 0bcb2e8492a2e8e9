-- What members did that changed something, by the platform's own id of it: a delivery that is repeated changes nothing again, however late
-- it comes. Check-ins and posts also keep what came of them.
create table interaction (
  community_id bigint not null references community,
  interaction_id varchar(200) not null,
  done_at timestamp with time zone not null,
  primary key (community_id, interaction_id)
);
