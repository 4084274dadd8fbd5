-- To whom no question counts any more that was put before an erasure: the row of a used question goes
-- with everything else. A keyed digest and two moments, kept for as long as a question can be answered.
create table spent (
  lookup bytea primary key,
  before timestamptz not null,
  expires timestamptz not null
);
grant select (lookup, before) on spent to aboveboard_write;
grant select, insert, update (before, expires) on spent to aboveboard_rights;
grant select (expires), delete on spent to aboveboard_retain;

-- Whether a yes ends with the visit, at "until".
alter table consent add visit boolean not null default false check (not visit or (kind = 'GIVEN' and until is not null));
grant select (visit) on consent to aboveboard_write;
