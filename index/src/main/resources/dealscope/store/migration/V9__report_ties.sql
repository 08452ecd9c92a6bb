-- What a report may share with others, by which the reports that matter to a new one are found; see dealscope.ledger.Tie.
drop table report_root;
create table report_tie (
  kind text not null,
  tie ${text} not null,
  article_id ${text} not null,
  ordinal integer not null,
  primary key (tie, kind, article_id, ordinal),
  foreign key (article_id, ordinal) references report (article_id, ordinal) on delete cascade
);
create index report_tie_by_report on report_tie (article_id, ordinal);
