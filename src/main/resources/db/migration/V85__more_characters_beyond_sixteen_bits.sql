-- An emoji is one character to whoever types it, and two to H2: what is bounded in characters has room for twice as many.
alter table race alter column leader set data type varchar(80);
alter table post_strike alter column title set data type varchar(400);
alter table post_strike alter column reason set data type varchar(600);
alter table post_before_link alter column title set data type varchar(400);
