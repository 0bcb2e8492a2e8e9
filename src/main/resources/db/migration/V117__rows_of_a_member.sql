-- Whatever says something of a member is found by an index, so that to read or delete all of it goes through no table that grows with its
-- community. Some of it PostgreSQL needs as well to see that nothing refers to a row that is deleted.
create index announcement_of_account on announcement (community_id, external_user_id);
create index audit_by on audit (community_id, done_by);
create index blog_plan_brought on blog_plan (community_id, brought_by);
create index buddy_of_other on buddy (community_id, buddy_id);
create index buddy_before_of_other on buddy_before (community_id, other_id);
create index check_in_granted on check_in (community_id, granted_by);
create index discussion_answer_of_member on discussion_answer (community_id, member_id);
create index discussion_answer_of_account on discussion_answer (platform, external_community_id, external_user_id);
create index feed_brought on feed (community_id, brought_by);
create index member_link_of_absorbed on member_link (community_id, absorbed_id);
create index member_link_day_granted on member_link_day (community_id, granted_by);
create index milestone_of_whom on milestone (community_id, whose);
create index milestone_brought on milestone (community_id, brought_by);
create index post_before_link_of_member on post_before_link (community_id, member_id);
create index quiz_flag_of_member on quiz_flag (community_id, member_id);
create index quiz_round_asked on quiz_round (community_id, asked_by);
create index study_group_of_owner on study_group (community_id, owner_id);
create index suggestion_of_member on suggestion (community_id, member_id);
create index suggestion_of_account on suggestion (platform, external_community_id, external_user_id);
create index suggestion_decided on suggestion (community_id, decided_by);

-- Work is found by how its name begins, character by character and not by some language's customs.
alter table scheduled_tasks alter column task_instance set data type varchar(300)${byCharacter};
