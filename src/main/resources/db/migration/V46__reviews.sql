-- Every answer that a member gave to a card, in order: the facts from which what is remembered is derived.
create table card_review (
  community_id bigint not null,
  member_id bigint not null,
  card_id varchar(200) not null,
  number int not null,
  rating varchar(10) not null,
  reviewed_at timestamp with time zone not null,
  study_day date not null,
  was_due boolean not null,
  interaction_id varchar(200) not null,
  primary key (community_id, member_id, card_id, number),
  foreign key (community_id, member_id) references member
);

create index card_review_by_day on card_review (community_id, member_id, study_day);
create index card_review_by_interaction on card_review (community_id, member_id, interaction_id);

-- Derived: how well each card is remembered, and when it comes back. Equals the schedule over the answers.
create table card_memory (
  community_id bigint not null,
  member_id bigint not null,
  card_id varchar(200) not null,
  reviews int not null,
  phase varchar(12) not null,
  step int not null,
  stability double precision not null,
  difficulty double precision not null,
  due_at timestamp with time zone not null,
  reviewed_at timestamp with time zone not null,
  primary key (community_id, member_id, card_id),
  foreign key (community_id, member_id) references member
);

-- How many cards a member wants on a study day, where they said so.
create table review_limit (
  community_id bigint not null,
  member_id bigint not null,
  fresh int not null,
  altogether int not null,
  primary key (community_id, member_id),
  foreign key (community_id, member_id) references member
);
