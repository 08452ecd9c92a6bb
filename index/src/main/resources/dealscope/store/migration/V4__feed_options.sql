-- What the user sets for a feed: a fixed interval (milliseconds) or cron times, and what to keep and to drop.
alter table feed add column every bigint;
alter table feed add column cron text;
alter table feed add column keep_rule text;
alter table feed add column drop_rule text;

-- The address that sent the validators, when it is not the feed's own.
alter table feed add column validators_url text;

-- The feed's pace: milliseconds between entries, between visits as the feed asks, and while a copy stays fresh; the
-- hours (0,1) and days (SATURDAY,SUNDAY) without any visit, in UTC.
alter table feed add column rhythm bigint;
alter table feed add column ttl bigint;
alter table feed add column fresh_for bigint;
alter table feed add column skip_hours text not null default '';
alter table feed add column skip_days text not null default '';

-- Of a page that is still pending: how often it was asked for in vain, and when it may be asked for again.
alter table article add column page_attempts integer not null default 0;
alter table article add column page_next bigint;

-- Hosts that told us to stay away for a while.
create table host_pause (
  host ${text} primary key,
  until bigint not null
);
