-- For the numbers of each feed: its articles by date, and the pages that robots.txt kept from us.
create index article_by_date on article (feed_id, (coalesce(published, first_seen)), id);
create index visit_by_robots on visit (at, feed_id, article_id) where outcome = 'robots';
