-- Each piece of work names its community: in a column, and at the beginning of its name, where some kinds had it already.
alter table scheduled_tasks add column community_id bigint;

update scheduled_tasks
set community_id = cast(substring(task_instance from 1 for position('.' in task_instance) - 1) as bigint)
where task_name in ('announcement', 'feed', 'race');

-- These name a place, and a reminder its member before it.
update scheduled_tasks set community_id = (
  select min(p.community_id) from community_place p
  where position(p.platform || '/' || p.external_id || '@' in task_instance) = 1)
where task_name in ('daily', 'weekly');

update scheduled_tasks set community_id = (
  select min(p.community_id) from community_place p
  where position(' ' || p.platform || '/' || p.external_id || '@' in task_instance) > 0)
where task_name = 'reminder';

delete from scheduled_tasks where community_id is null;

update scheduled_tasks set task_instance = cast(community_id as varchar) || '.' || task_instance
where task_name in ('daily', 'weekly', 'reminder');

alter table scheduled_tasks alter column community_id set not null;
