-- What the role is called that the winners get; the platform's id of it says nothing to a reader.
alter table race add column role_name varchar(400);
