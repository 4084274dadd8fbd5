-- The policy whole: more purposes than a word has bits, choices about parts, versions with their
-- approvals, and what was done because of a choice.

-- Purposes of a row by their declared numbers, any number of them.
drop index event_subject;
create function pg_temp.numbers(mask bigint) returns smallint[] language sql immutable as
  'select coalesce(array_agg(n::smallint order by n), ''{}'') from generate_series(0, 63) n where mask >> n & 1 = 1';
alter table event alter column purposes type smallint[] using pg_temp.numbers(purposes);
-- From which day retention counts: the day it came in. "expires" stays the last day of all.
alter table event add kept date;
update event e set kept = j.at::date from journal j where j.index = e.index;
alter table event alter column kept set not null;
create index event_subject on event (subject) include (index, signal, item, purposes, day, kept, expires);

-- For which purpose an answer was made, and on which day.
alter table recommendation add purpose smallint;
alter table recommendation add day date;
update recommendation r set day = j.at::date from journal j where j.index = r.index;
alter table recommendation alter column day set not null;

-- What a choice is about: the number of a purpose, a surface or a signal; -1 is everything.
alter table consent add part text not null default 'purpose' check (part in ('purpose', 'surface', 'signal'));
-- How many days at most what was done is kept from now on, where the choice says so.
alter table consent add keep integer check ((kind = 'KEPT') = (keep is not null));
alter table consent add guardian boolean not null default false;
create index consent_declared on consent (declared);
drop index consent_subject;
create index consent_subject on consent (subject, part, purpose, index desc);

-- Who agreed to what and has not taken it back, refused it or paused it since.
create or replace view agreed with (security_invoker = true) as
  select c.subject, c.purpose, c.index, c.at, c.until, c.declared, c.evidence
  from (
    select distinct on (subject, purpose) *
    from (select subject, purpose, index, kind, at, until, declared, evidence from consent
      where part = 'purpose' and kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')) said
    order by subject, purpose, index desc
  ) c
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

-- The signals that somebody switched off.
create view switched_off with (security_invoker = true) as
  select subject, signal from (
    select distinct on (subject, purpose) subject, purpose as signal, kind
    from consent where part = 'signal'
    order by subject, purpose, index desc
  ) last where kind in ('WITHDRAWN', 'REFUSED', 'PAUSED');

-- For how many days at most somebody wants what they did to be kept for a purpose.
create view shortened with (security_invoker = true) as
  select distinct on (subject, purpose) subject, purpose, keep
  from consent where part = 'purpose' and kind = 'KEPT'
  order by subject, purpose, index desc;

-- What was done because of a choice, for the person to see; rows are added, never updated.
create table consequence (
  consent bigint not null,
  subject bigint not null,
  what text not null check (what in ('rows', 'answers', 'model')),
  count bigint not null,
  at timestamptz not null,
  primary key (consent, what)
);
create index consequence_subject on consequence (subject);
alter table consequence enable row level security;

-- The approvals that lie beside a version, as canonical JSON; and which release's form it has.
alter table policy_version add approvals text not null default '[]';
alter table policy_version add format integer not null default 0;
alter table policy_version alter column format drop default;

-- Where a meaning that people may have agreed to can be read again.
create table meaning (
  digest text primary key,
  purpose text not null,
  version bigint not null references policy_version
);

-- What of the declared has been seen to happen, and what was seen without being declared.
create table seen (
  kind text not null,
  name text not null,
  first timestamptz not null,
  last timestamptz not null,
  count bigint not null,
  primary key (kind, name)
);

-- What somebody has to look at; one row for each cause.
create table alarm (
  cause text primary key,
  what text not null,
  raised timestamptz not null,
  state text not null check (state in ('open', 'ended')),
  ended timestamptz
);

grant select (part, keep, guardian) on consent to aboveboard_write, aboveboard_learn, aboveboard_retain;
grant insert on meaning to aboveboard_write;
grant select on meaning, policy_version to aboveboard_operate;
grant select (index) on policy_version to aboveboard_learn;
grant select (declared) on consent to aboveboard_operate;
create policy operate_consent on consent for select to aboveboard_operate using (true);
grant select (kept) on event to aboveboard_learn, aboveboard_retain;
grant update (expires) on event, recommendation to aboveboard_rights, aboveboard_retain;
grant select (purpose, day) on recommendation to aboveboard_retain;
grant select on switched_off, shortened to aboveboard_learn, aboveboard_retain;
grant select, insert, delete on consequence to aboveboard_rights;
create policy rights_consequence on consequence for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
grant select, insert, update on seen, alarm to aboveboard_operate;
grant select (kind, purposes) on event to aboveboard_operate;
create policy operate_event on event for select to aboveboard_operate using (true);
grant delete on seen to aboveboard_operate;
