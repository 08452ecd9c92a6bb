-- What analysts correct: a log that only grows. body: the decision as JSON, with the evidence by which it finds its deals.
create table correction (
  number bigint primary key,
  id ${text} not null unique,
  at bigint not null,
  author text not null,
  note text not null,
  kind text not null,
  body text not null
);

-- hidden: by an analyst. tally: whether the deal counts in sums, and if not, why. usd_cents: its total, counted or not.
-- day: when it was announced, else first reported.
alter table deal add column hidden smallint not null default 0;
alter table deal add column tally text not null default 'no_amount';
alter table deal add column usd_cents bigint;
alter table deal add column day bigint;
alter table deal add column status text not null default '';
alter table deal drop column total_cents;
