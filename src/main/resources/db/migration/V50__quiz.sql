-- What each member was asked last, and how often they were asked: together they tell what is asked next.
create table quiz_asked (
  community_id bigint not null,
  member_id bigint not null,
  times int not null,
  question_id varchar(200) not null,
  -- the interaction that asked, so that one delivered twice asks the same
  interaction_id varchar(200) not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);

-- A question that the whole channel is asked.
create table quiz_round (
  community_id bigint not null,
  -- when it was asked, in microseconds since 1970
  round_id bigint not null,
  question_id varchar(200) not null,
  interaction_id varchar(200) not null,
  asked_by bigint not null,
  asked_at timestamp with time zone not null,
  -- answers before this instant count
  ends_at timestamp with time zone not null,
  primary key (community_id, round_id),
  foreign key (community_id, asked_by) references member
);

create unique index quiz_round_interaction on quiz_round (community_id, interaction_id);

-- What members answered. The interaction stands for the answer, so that one delivered twice counts once.
create table quiz_answer (
  community_id bigint not null,
  member_id bigint not null,
  interaction_id varchar(200) not null,
  question_id varchar(200) not null,
  kind varchar(16) not null,
  -- the option that was chosen, from 0
  choice int not null,
  is_right boolean not null,
  answered_at timestamp with time zone not null,
  -- the round it counts for; null where the question was answered alone
  round_id bigint,
  primary key (community_id, member_id, interaction_id),
  foreign key (community_id, member_id) references member
);

create unique index quiz_answer_round on quiz_answer (community_id, round_id, member_id);

-- Questions that members say are wrong.
create table quiz_flag (
  community_id bigint not null,
  question_id varchar(200) not null,
  member_id bigint not null,
  flagged_at timestamp with time zone not null,
  primary key (community_id, question_id, member_id),
  foreign key (community_id, member_id) references member
);
