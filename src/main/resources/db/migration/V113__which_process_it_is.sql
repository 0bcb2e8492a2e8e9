-- Which process of which machine it is, where the system tells: another on the same machine sees whether it is still there, and
-- need not wait for its leases to run out.
alter table process add column runs_as varchar(200);
