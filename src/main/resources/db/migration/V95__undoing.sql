-- What undoes an action of a moderator, and what there was before it; and, where an entry tells of an undoing, which entry it undid.
alter table audit add column undo_kind varchar(40);
alter table audit add column undo_detail varchar(32000);
alter table audit add column undoes bigint;

-- Nothing is undone twice.
create unique index audit_undoes on audit (community_id, undoes);
