-- The declared monitors: what was shown in the clear by numbers of items, what each monitor has seen
-- so far, and the role that reads both.

-- What was shown, in order, and to which arm it belongs; of lists from before this nothing is known.
alter table recommendation add items integer[] not null default '{}';
alter table recommendation add arm text not null default 'none';
create index recommendation_day on recommendation (surface, day);

-- What a monitor knows between two epochs. One row for each monitor; another declaration begins anew.
create table monitor_state (
  monitor text primary key,
  declaration text not null,
  begun timestamptz not null,
  -- the last epoch that is closed
  closed bigint not null,
  state json not null
);

-- What was found in an epoch, of groups with enough people in it.
create table monitor_epoch (
  monitor text not null,
  declaration text not null,
  epoch bigint not null,
  day date not null,
  stream text not null,
  people bigint not null,
  mean double precision not null,
  expected double precision not null,
  so_far double precision not null,
  low double precision not null,
  high double precision not null,
  primary key (monitor, declaration, epoch, stream)
);

-- Each alarm that a monitor raised; "index" and "ended" are its entries in the journal.
create table monitor_alarm (
  index bigint primary key,
  monitor text not null,
  declaration text not null,
  stream text not null,
  cause text not null,
  since timestamptz not null,
  until timestamptz,
  ended bigint
);
create unique index monitor_alarm_open on monitor_alarm (monitor, declaration, stream) where until is null;

-- What recommending does to what is learnt next, a figure of a day; described, and no alarm.
create table loop_figure (
  surface text not null,
  day date not null,
  whose text not null check (whose in ('personal', 'holdout', 'unasked', 'everybody')),
  figure text not null,
  people bigint not null,
  value double precision not null,
  primary key (surface, day, whose, figure)
);

-- audit: numbers of everybody who agreed, never a payload, a name or a key
grant select (number, subject, surface, level, purpose, day, expires, items, arm) on recommendation to aboveboard_audit;
grant select (subject, signal, item, purposes, day, kept, expires) on event to aboveboard_audit;
grant select (index, subject, purpose, part, kind, at, until, declared, evidence, keep) on consent to aboveboard_audit;
grant select (index) on policy_version to aboveboard_audit;
grant select on agreed, last_word, switched_off, shortened, declared to aboveboard_audit;
create policy audit_recommendation on recommendation for select to aboveboard_audit using (true);
create policy audit_event on event for select to aboveboard_audit using (true);
create policy audit_consent on consent for select to aboveboard_audit using (true);
grant select, insert, update, delete on monitor_state to aboveboard_audit;
grant select, insert on monitor_epoch, loop_figure to aboveboard_audit;
grant select, insert, update (until, ended) on monitor_alarm to aboveboard_audit;
-- an alarm and its entry are written together
grant insert on journal to aboveboard_audit;
grant select, update on journal_head to aboveboard_audit;

-- operate: what was found, for the pages
grant select on monitor_epoch, monitor_alarm, loop_figure to aboveboard_operate;
grant select (monitor, declaration, begun, closed, state) on monitor_state to aboveboard_operate;
