-- What members answered to the checks of days. The interaction stands for the answer, so that one delivered twice counts once.
create table check_answer (
  community_id bigint not null,
  member_id bigint not null,
  interaction_id varchar(200) not null,
  check_id varchar(200) not null,
  is_right boolean not null,
  answered_at timestamp with time zone not null,
  primary key (community_id, member_id, interaction_id),
  foreign key (community_id, member_id) references member
);

create index check_answer_check on check_answer (community_id, member_id, check_id);
