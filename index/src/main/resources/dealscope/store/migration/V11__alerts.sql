-- Saved queries. webhook, email: where their news goes, beside the feed that each has. secret: signs what a webhook gets.
create table alert (
  id ${text} primary key,
  name text not null,
  query text not null,
  background smallint not null,
  webhook text,
  secret text,
  email text,
  paused smallint not null,
  created bigint not null,
  removed bigint
);

-- The one row: up to which change deals were asked for alerts; revision grows with every change of an alert.
create table alert_progress (
  id integer primary key,
  seq bigint not null,
  revision bigint not null
);
insert into alert_progress (id, seq, revision) values (1, 0, 0);

-- What was known of each deal when it was last asked for alerts: what the next change is compared with. articles: their ids.
create table deal_told (
  deal_id ${text} primary key,
  articles text not null,
  facts text not null
);

create table alert_event (
  id ${text} primary key,
  number bigint not null,
  alert_id ${text} not null references alert (id) on delete cascade,
  deal_id ${text} not null,
  kind text not null,
  at bigint not null,
  body text not null
);
create index alert_event_by_alert on alert_event (alert_id, number);
create index alert_event_by_deal on alert_event (deal_id, alert_id, number);
create unique index alert_event_by_number on alert_event (number);
create index alert_event_by_time on alert_event (at);

create table alert_delivery (
  id ${text} primary key,
  number bigint not null,
  alert_id ${text} not null references alert (id) on delete cascade,
  channel text not null,
  state text not null,
  tries integer not null,
  next_try bigint,
  created bigint not null,
  tried bigint,
  status integer not null,
  reason text
);
create index alert_delivery_due on alert_delivery (next_try) where next_try is not null;
create unique index alert_delivery_by_number on alert_delivery (number);
create index alert_delivery_by_alert on alert_delivery (alert_id, number);

create table alert_delivery_event (
  delivery_id ${text} not null references alert_delivery (id) on delete cascade,
  event_id ${text} not null references alert_event (id) on delete cascade,
  primary key (delivery_id, event_id)
);
create index alert_delivery_event_by_event on alert_delivery_event (event_id);
