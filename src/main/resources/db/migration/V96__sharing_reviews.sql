-- Whether moderators can have the review log, without who is who; and whose answers are in it.
alter table community add column shares_reviews boolean not null default false;
alter table member add column shares_reviews boolean not null default true;
