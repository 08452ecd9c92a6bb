-- Permanent redirects that a feed met: where they lead, and how many visits in a row met them.
alter table feed add column moved_to text;
alter table feed add column moves integer not null default 0;
