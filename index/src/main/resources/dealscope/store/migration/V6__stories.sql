-- Articles of one text, and what publishers changed in their articles.

-- story: the article that the text comes from, null while it is not known. credit: the outlet the article names for it.
-- revision: how often the publisher changed the article; analyzed_revision: of which of these the analysis is.
-- publisher_host, title_key: how a headline without address finds its article.
alter table article drop column fingerprint;
alter table article add column story ${text};
alter table article add column story_length integer not null default 0;
alter table article add column credit text;
alter table article add column revision integer not null default 0;
alter table article add column analyzed_revision integer not null default 0;
alter table article add column rereads integer not null default 0;
alter table article add column publisher_host ${text};
alter table article add column title_key ${text};
create index article_by_story on article (story);
create index article_by_title on article (title_key);
-- All articles are read again, so that each finds its place.
update article set analyzer_version = 0 where analyzer_version is not null;

-- What the feed last told under this guid, to see when it tells something else.
alter table entry add column told text;
alter table entry add column updated bigint;

-- Former versions of an article, and in body what the change made of its claims.
create table article_revision (
  article_id ${text} not null references article (id) on delete cascade,
  number integer not null,
  seen bigint not null,
  title text not null,
  text text not null,
  changes text,
  primary key (article_id, number)
);

-- Headlines that found their article.
create table article_alias (
  former_id ${text} primary key,
  article_id ${text} not null references article (id) on delete cascade
);
create index article_alias_by_article on article_alias (article_id);

-- Keys by which texts that may be one find each other, see dealscope.story.
create table story_key (
  story_key bigint not null,
  at bigint not null,
  article_id ${text} not null references article (id) on delete cascade,
  primary key (story_key, at, article_id)
);
create index story_key_by_article on story_key (article_id);

-- Pairs that are one text, in both directions.
create table story_pair (
  article_id ${text} not null references article (id) on delete cascade,
  other_id ${text} not null references article (id) on delete cascade,
  primary key (article_id, other_id)
);
create index story_pair_by_other on story_pair (other_id);
