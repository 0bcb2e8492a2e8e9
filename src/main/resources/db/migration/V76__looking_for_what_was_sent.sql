-- when a message may have been sent without our knowing: there it is looked for before it is sent again
alter table announcement add column tried_from timestamp with time zone;
alter table announcement add column tried_until timestamp with time zone;
