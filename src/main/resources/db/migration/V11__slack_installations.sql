-- The workspaces of Slack that installed us themselves. An empty enterprise or team stands for none. The token is encrypted.
create table slack_installation (
  enterprise varchar(40) not null,
  team varchar(40) not null,
  name varchar(200),
  bot_user varchar(40),
  encrypted_token varchar(2000) not null,
  scopes varchar(2000) not null,
  installed_by varchar(40),
  installed_at timestamp with time zone not null,
  primary key (enterprise, team)
);

create index slack_installation_of_team on slack_installation (team);
