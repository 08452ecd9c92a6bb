-- What the user sets for a feed: a fixed interval (milliseconds) or cron times, and what to keep and to drop.
alter table feed add column every bigint;
alter table feed add column cron text;
alter table feed add column keep_rule text;
alter table feed add column drop_rule text;

-- The feed's own pace: milliseconds between checks, and the hours (0,1) and days (SATURDAY,SUNDAY) without any, in UTC.
alter table feed add column pace bigint;
alter table feed add column skip_hours text not null default '';
alter table feed add column skip_days text not null default '';

-- How often a page that is still pending was asked for in vain.
alter table article add column page_attempts integer not null default 0;

-- Hosts that told us to stay away for a while.
create table host_pause (
  host ${text} primary key,
  until bigint not null,
  reason text not null
);
