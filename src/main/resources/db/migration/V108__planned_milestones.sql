-- When a milestone that waits is announced without another word; null where that is not planned.
alter table milestone add column planned_at timestamp with time zone;
-- Whether it was planned for being one of many: those of one instant are told in one post.
alter table milestone add column collected boolean default false not null;
-- The milestone that a post which tells several is known by; null for one with a post of its own.
alter table milestone add column announced_with bigint;
create index milestone_together on milestone (community_id, announced_with);

-- From how many on milestones become one message: more than this; 0 for never.
alter table milestone_policy add column digest int default 0 not null;
