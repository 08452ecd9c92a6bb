-- Entries that a feed's rules drop: not read, not lost, and back when the rules let them pass.
create table dropped_entry (
  feed_id ${text} not null,
  guid ${text} not null,
  title text not null,
  url text not null,
  published bigint,
  seen bigint not null,
  fetch_page smallint not null,
  publisher_host text,
  body text not null,
  primary key (feed_id, guid)
);
create index dropped_entry_by_seen on dropped_entry (seen);

-- Hubs that tell us of a feed's news (WebSub). The token is the secret part of our callback's address.
create table websub (
  feed_id ${text} primary key,
  token ${text} not null unique,
  secret text not null,
  topic text not null,
  hub text not null,
  state text not null,
  reason text,
  next_try bigint,
  tries integer not null,
  lease_end bigint,
  last_push bigint
);
