-- An emoji is one character to whoever types it, and two to H2: what is bounded in characters has room for twice as many.
alter table post alter column title set data type varchar(400);
alter table milestone alter column words set data type varchar(1000);
alter table race_row alter column name set data type varchar(80);
alter table study_group alter column name set data type varchar(80);
alter table check_in alter column reason set data type varchar(1000);
alter table revocation alter column reason set data type varchar(1000);
alter table excuse alter column reason set data type varchar(1000);
alter table audit alter column reason set data type varchar(1000);
