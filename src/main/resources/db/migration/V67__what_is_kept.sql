-- What others have of somebody who had themselves deleted stays without them.
alter table study_group alter column owner_id drop not null;
alter table quiz_round alter column asked_by drop not null;

-- How many days after a member left everything about them is deleted; null: it is kept until they ask.
alter table community add column retention_days int;
