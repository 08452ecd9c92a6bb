-- One set of tables for SQLite and PostgreSQL. Times are epoch milliseconds, flags are 0 or 1, texts that order or
-- join compare by code point (${text}), whole records are JSON in text.

create table store_property (
  name ${text} primary key,
  value text not null
);

-- The one row every writer locks first: seq grows in the order of commits.
create table change_counter (
  id integer primary key,
  seq bigint not null
);
insert into change_counter (id, seq) values (1, 0);

create table feed (
  id ${text} primary key,
  url ${text} not null unique,
  title text not null,
  title_edited smallint not null default 0,
  category text,
  enabled smallint not null,
  sample smallint not null,
  note text,
  etag text,
  last_modified text,
  body_hash text,
  next_check bigint,
  last_check bigint,
  last_success bigint,
  last_entry bigint,
  failures integer not null,
  reason text,
  added bigint not null,
  removed bigint
);

create table article (
  id ${text} primary key,
  url_key text not null,
  url text not null,
  canonical text,
  title text not null,
  text text not null,
  author text,
  published bigint,
  updated bigint,
  fetched bigint not null,
  language text,
  publisher text not null,
  feed_id ${text} not null,
  completeness text not null,
  reason text,
  sample smallint not null,
  first_seen bigint not null,
  page_pending smallint not null,
  content_hash text not null,
  fingerprint bigint,
  analysis text,
  analysis_error text,
  analyzer_version integer,
  analyzed_hash text,
  seq bigint
);
create index article_by_seq on article (seq);
create index article_by_feed on article (feed_id, completeness);
create index article_pending on article (fetched, id) where page_pending = 1;
create index article_settled on article (fetched, id) where page_pending = 0;

create table entry (
  feed_id ${text} not null,
  guid ${text} not null,
  article_id ${text} not null references article (id) on delete cascade,
  seen bigint not null,
  primary key (feed_id, guid)
);
create index entry_by_article on entry (article_id);
create index entry_by_seen on entry (seen);

create table visit (
  id bigint primary key,
  feed_id ${text} not null,
  article_id ${text},
  url text not null,
  at bigint not null,
  took bigint not null,
  outcome text not null,
  reason text,
  status integer not null,
  bytes bigint not null,
  entries integer not null,
  fresh integer not null
);
create index visit_by_feed on visit (feed_id, at);
create index visit_by_time on visit (at);

create table report (
  article_id ${text} not null references article (id) on delete cascade,
  ordinal integer not null,
  body text not null,
  primary key (article_id, ordinal)
);

-- The companies a report touches, as ultimate parents: how the neighbourhood of an article is found.
create table report_root (
  root ${text} not null,
  family text not null,
  article_id ${text} not null,
  ordinal integer not null,
  primary key (root, family, article_id, ordinal),
  foreign key (article_id, ordinal) references report (article_id, ordinal) on delete cascade
);
create index report_root_by_report on report_root (article_id, ordinal);

create table deal (
  id ${text} primary key,
  type text not null,
  reported bigint,
  total_cents bigint,
  claims integer not null,
  background smallint not null,
  body text not null,
  seq bigint not null
);
create index deal_by_seq on deal (seq);

create table deal_party (
  deal_id ${text} not null references deal (id) on delete cascade,
  company_id ${text} not null,
  side text not null,
  name text not null,
  primary key (deal_id, company_id, side)
);
create index deal_party_by_company on deal_party (company_id);

-- Which deal a report became a part of.
create table deal_report (
  article_id ${text} not null,
  ordinal integer not null,
  deal_id ${text} not null references deal (id) on delete cascade,
  primary key (article_id, ordinal)
);
create index deal_report_by_deal on deal_report (deal_id);

create table deal_alias (
  former_id ${text} primary key,
  deal_id ${text} not null
);
create index deal_alias_by_deal on deal_alias (deal_id);

create table tombstone (
  id ${text} primary key,
  seq bigint not null
);
create index tombstone_by_seq on tombstone (seq);
