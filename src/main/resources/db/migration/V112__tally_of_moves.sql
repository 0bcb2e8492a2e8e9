-- A row of the tally tells a move: so many members showed the one score before and show the other now; zero is not listed. A program that
-- tells it otherwise is not to write here, so the number has another name.
alter table standing_tally add column score_before int default 0 not null;
alter table standing_tally rename column listed to members;
