-- No date stands for "none" or "always" any more.

-- All time has no first day, so a period is named: ALL, WEEK and its Monday, MONTH and its first. Derived anew from the check-ins, also those
-- made before there were counts, which were never filled in.
create table check_in_total (
  community_id bigint not null,
  period varchar(16) not null,
  member_id bigint not null,
  check_ins int not null,
  primary key (community_id, period, member_id),
  foreign key (community_id, member_id) references member
);

insert into check_in_total (community_id, period, member_id, check_ins)
select community_id, 'ALL', member_id, count(*) from check_in group by community_id, member_id;

insert into check_in_total (community_id, period, member_id, check_ins)
select community_id, 'WEEK ' || cast(monday as varchar), member_id, count(*)
from (select community_id, member_id, cast(study_day - (cast(extract(isodow from study_day) as int) - 1) as date) as monday from check_in) as weeks
group by community_id, monday, member_id;

insert into check_in_total (community_id, period, member_id, check_ins)
select community_id, 'MONTH ' || cast(first_day as varchar), member_id, count(*)
from (select community_id, member_id, cast(study_day - (cast(extract(day from study_day) as int) - 1) as date) as first_day from check_in) as months
group by community_id, first_day, member_id;

drop table check_in_count;
alter table check_in_total rename to check_in_count;

create index check_in_count_by_number on check_in_count (community_id, period, check_ins desc);

-- Nothing is settled before the first check-in.
alter table streak alter column settled_through drop not null;
update streak set settled_through = null where first_day is null;

-- The zone in which members lived when their community became part of another, since they were first met; whoever had one of their own by
-- then keeps that.
delete from member_zone z where z.since < timestamp with time zone '1970-01-02 00:00:00+00'
  and exists (select 1 from member_zone o join member m on m.community_id = o.community_id and m.member_id = o.member_id
    where o.community_id = z.community_id and o.member_id = z.member_id and o.since <= m.met_at
      and o.since >= timestamp with time zone '1970-01-02 00:00:00+00');

update member_zone set since = (select m.met_at from member m
  where m.community_id = member_zone.community_id and m.member_id = member_zone.member_id)
where since < timestamp with time zone '1970-01-02 00:00:00+00';

-- Weekdays that a journey left out from its beginning.
update journey_decision set from_day = (select j.starts_on from journey j where j.community_id = journey_decision.community_id)
where from_day < date '1970-01-02';
