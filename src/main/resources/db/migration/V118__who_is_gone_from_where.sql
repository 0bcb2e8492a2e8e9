-- Since when an account is gone from its place, as the platform told; null while it is there. Who has several has left when all of them are:
-- the places of one community may be served by several processes, none of which can ask for all of them.
alter table account add column gone_at timestamp with time zone;

-- Who looks for them is kept by place, whose name may be long.
alter table sweep alter column kind set data type varchar(300);
delete from sweep where kind like 'departures %';
