-- Imported rows that cannot show what they rest on: sealed, used by nothing, and deleted on a day,
-- unless evidence comes first. In the clear stands what deleting needs; neither kind, item nor signal.
create table quarantine (
  index bigint primary key,
  subject bigint not null,
  -- the purposes that would want the row, by their declared numbers
  purposes smallint[] not null,
  -- from which day retention would count if it were kept
  kept date not null,
  expires date not null,
  message bytea not null unique,
  payload bytea not null
);
create index quarantine_subject on quarantine (subject);
create index quarantine_expires on quarantine (expires);
alter table quarantine enable row level security;

alter table retention_run add quarantined bigint not null default 0;

-- The yes or no of somebody to a purpose that counts, as the policy folds them: what they said
-- here outweighs what was brought along, and of what was brought along the latest.
create view last_word with (security_invoker = true) as
  select distinct on (subject, purpose) subject, purpose, index, kind, at, until, declared, evidence
  from consent
  where part = 'purpose' and kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')
  order by subject, purpose, evidence = 'PROMPT' desc,
    case when evidence <> 'PROMPT' then at end desc, index desc;

-- Who agreed to what and has not taken it back, refused it or paused it since.
create or replace view agreed with (security_invoker = true) as
  select c.subject, c.purpose, c.index, c.at, c.until, c.declared, c.evidence
  from last_word c
  where c.kind = 'GIVEN' and not exists (
    select from (
      select distinct on (p.purpose) p.kind
      from consent p
      where p.subject = c.subject and p.part = 'purpose' and p.purpose in (c.purpose, -1)
        and p.kind in ('PAUSED', 'RESUMED')
      order by p.purpose, p.index desc
    ) pauses
    where pauses.kind = 'PAUSED'
  );
grant select on last_word to aboveboard_learn, aboveboard_rights, aboveboard_retain;

-- write: sets aside and, in the transaction that keeps the event, takes out; reads no payload
grant insert, delete, select (message) on quarantine to aboveboard_write;
create policy write_quarantine on quarantine for insert to aboveboard_write with check (true);
create policy write_quarantine_seen on quarantine for select to aboveboard_write using (true);
create policy write_quarantine_out on quarantine for delete to aboveboard_write using (true);

-- rights: of the one subject it names, to show and to delete
grant select, delete, update (purposes, expires) on quarantine to aboveboard_rights;
create policy rights_quarantine on quarantine for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);

-- retain: what has run out
grant select (index, subject, purposes, kept, expires), update (purposes, expires), delete
  on quarantine to aboveboard_retain;
create policy retain_quarantine on quarantine for all to aboveboard_retain using (true);

-- operate: no row of it, only its upkeep
grant maintain on quarantine to aboveboard_operate;
