-- What is to be done later: the table of db-scheduler, as it wants it. Ours is what the instances are called: what the work is about, and
-- for which instant it was planned.
create table scheduled_tasks (
  task_name varchar(40) not null,
  task_instance varchar(300) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time, task_name, task_instance);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
