-- The spine: one journal, subjects and their keys, and the rows that the journal is about.
-- Never edited after it landed; every later change is a migration of its own.
-- Powers (login roles) are made before this runs, see org.aboveboard.server.sql.Roles.

create table journal_head (
  one boolean primary key default true check (one),
  next bigint not null
);
insert into journal_head (next) values (1);

-- Everything that happened, gap-free and in commit order. Rows are added, never updated.
create table journal (
  index bigint primary key,
  at timestamptz not null,
  kind text not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  -- nonce and body of entries that are about nobody; what is about a person is sealed in its row
  body bytea
);
create index journal_at on journal (at);
-- Index 0 is the beginning itself, so that a place in the journal is a place in the tree.
insert into journal (index, at, kind, commitment)
  values (0, date_trunc('second', now()), 'genesis', sha256('aboveboard genesis'));

-- A person as the inside knows one: a number. The outside id is there as an HMAC for look-up and sealed for display.
create table subject (
  number bigint generated always as identity primary key,
  lookup bytea not null unique check (octet_length(lookup) = 32),
  name bytea not null,
  key bytea not null,
  since date not null
);

-- Stable numbers for the ids that policies declare, so that rows stay readable when a policy changes.
create table declared (
  number smallint not null,
  kind text not null check (kind in ('purpose', 'event', 'signal', 'surface')),
  id text not null,
  primary key (kind, number),
  unique (kind, id)
);

create table item (
  number integer generated always as identity primary key,
  id text not null unique,
  title text not null,
  provider text,
  categories text[] not null default '{}',
  attributes jsonb not null default '{}',
  published timestamptz,
  available boolean not null default true,
  -- known from an event alone: not shown, and gone with the last event that names it
  mentioned boolean not null default false,
  updated timestamptz not null
);
create index item_mentioned on item (number) where mentioned;
create index item_updated on item (updated);

-- What subjects did. Clear: number, kind, signal, item, days. Everything else is in the sealed payload.
create table event (
  index bigint primary key,
  subject bigint not null,
  kind smallint not null,
  signal smallint,
  item integer,
  purposes bigint not null,
  day date not null,
  expires date not null,
  message bytea not null unique,
  payload bytea not null
);
-- one subject's acts are read for every answer: from the index alone
create index event_subject on event (subject) include (index, signal, item, purposes, day, expires);
create index event_expires on event (expires);

-- What subjects decided. Rows are added, never updated: the latest of a subject and purpose holds.
create table consent (
  index bigint primary key,
  subject bigint not null,
  purpose smallint not null,
  kind text not null,
  at timestamptz not null,
  until timestamptz,
  declared text not null,
  evidence text not null,
  sighted boolean not null default false,
  prompt bytea unique,
  payload bytea not null
);
create index consent_subject on consent (subject, purpose, index desc);

-- Who agreed to what and has not taken it back, refused it or paused it since. Purpose -1 stands for everything.
create view agreed with (security_invoker = true) as
  select c.subject, c.purpose, c.index, c.at, c.until, c.declared, c.evidence
  from (
    select distinct on (subject, purpose) *
    from (select subject, purpose, index, kind, at, until, declared, evidence from consent
      where kind in ('GIVEN', 'REFUSED', 'WITHDRAWN')) said
    order by subject, purpose, index desc
  ) c
  where c.kind = 'GIVEN' and not exists (
    select from (
      select distinct on (p.purpose) p.kind
      from consent p
      where p.subject = c.subject and p.purpose in (c.purpose, -1) and p.kind in ('PAUSED', 'RESUMED')
      order by p.purpose, p.index desc
    ) pauses
    where pauses.kind = 'PAUSED'
  );

-- Every answered recommendation. Answers at level none and context name no subject.
create table recommendation (
  index bigint primary key,
  id bytea not null unique,
  subject bigint,
  surface smallint not null,
  level text not null,
  expires date not null,
  payload bytea not null
);
create index recommendation_subject on recommendation (subject) where subject is not null;
create index recommendation_expires on recommendation (expires);
-- sealed bytes do not compress: do not try, and keep a record in its row while it fits a page
alter table recommendation alter column payload set storage external;
alter table recommendation set (toast_tuple_target = 8160);

-- Whose row of the model has to be read again, as of which journal index.
create table touched (
  subject bigint primary key,
  index bigint not null
);
create index touched_index on touched (index);

create table erasure (
  id uuid primary key,
  subject bigint,
  lookup bytea,
  state text not null,
  asked timestamptz not null,
  ended timestamptz,
  steps jsonb not null default '[]'
);

-- Kept only for what rests on a basis other than consent: a late event must not bring a person back.
create table suppression (
  lookup bytea primary key,
  before timestamptz not null,
  expires date not null
);

create table policy_version (
  index bigint primary key,
  digest text not null,
  canonical text not null,
  at timestamptz not null
);

create table access_key (
  id text primary key,
  kind text not null check (kind in ('write', 'secret', 'operator')),
  hash bytea not null unique,
  person text,
  role text,
  created timestamptz not null,
  revoked timestamptz,
  check (kind <> 'operator' or (person is not null and role is not null))
);

create table signing_key (
  kid text primary key,
  public bytea not null,
  private bytea not null,
  created timestamptz not null,
  retires timestamptz not null
);

-- What each retention run did.
create table retention_run (
  index bigint primary key,
  at timestamptz not null,
  events bigint not null,
  recommendations bigint not null,
  subjects bigint not null
);

-- The second wall: a power sees and does only what its feature needs.
alter table subject enable row level security;
alter table event enable row level security;
alter table consent enable row level security;
alter table recommendation enable row level security;
alter table erasure enable row level security;

-- write: adds, reads no payload
grant select, update on journal_head to aboveboard_write;
grant insert on journal, event, consent, recommendation, policy_version to aboveboard_write;
grant select (message) on event to aboveboard_write;
grant select (index, subject, purpose, kind, at, until, declared, evidence, sighted, prompt) on consent to aboveboard_write;
grant select (number, lookup, key), insert (lookup, name, key, since) on subject to aboveboard_write;
grant update (key) on subject to aboveboard_write;
grant select on declared, suppression to aboveboard_write;
grant insert, update, select on touched to aboveboard_write;
create policy write_event on event for insert to aboveboard_write with check (true);
create policy write_event_seen on event for select to aboveboard_write using (true);
create policy write_consent on consent for insert to aboveboard_write with check (true);
create policy write_consent_seen on consent for select to aboveboard_write using (true);
create policy write_recommendation on recommendation for insert to aboveboard_write with check (true);
create policy write_subject on subject for all to aboveboard_write using (true) with check (true);

-- serve: one subject at a time, the one it says it is for
grant select on subject, event, consent, recommendation, item, declared, suppression to aboveboard_serve;
create policy serve_event on event for select to aboveboard_serve
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy serve_consent on consent for select to aboveboard_serve
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint
    or subject in (select number from subject));
create policy serve_recommendation on recommendation for select to aboveboard_serve
  using (subject is null or subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy serve_subject on subject for select to aboveboard_serve
  using (lookup = decode(nullif(current_setting('aboveboard.lookup', true), ''), 'hex')
    or number = nullif(current_setting('aboveboard.subject', true), '')::bigint);

-- learn: numbers of everybody, never a payload, a name or a key
grant select (index, subject, kind, signal, item, purposes, day, expires) on event to aboveboard_learn;
grant select (index, subject, purpose, kind, at, until, declared, evidence, sighted) on consent to aboveboard_learn;
grant select on agreed, touched, declared, item, journal_head to aboveboard_learn;
create policy learn_event on event for select to aboveboard_learn using (true);
create policy learn_consent on consent for select to aboveboard_learn using (true);

-- rights: one subject at a time, may delete
grant select, delete on subject, event, recommendation, consent to aboveboard_rights;
grant update (purposes) on event to aboveboard_rights;
grant select on agreed, item, declared to aboveboard_rights;
grant select, insert, update on erasure, suppression, touched to aboveboard_rights;
grant insert on journal to aboveboard_rights;
grant select, update on journal_head to aboveboard_rights;
create policy rights_subject on subject for all to aboveboard_rights
  using (number = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy rights_event on event for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy rights_consent on consent for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy rights_recommendation on recommendation for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy rights_erasure on erasure for all to aboveboard_rights using (true) with check (true);

-- retain: only what has run out, or what nobody agreed to any more
grant select (index, subject, item, purposes, expires), update (purposes), delete on event to aboveboard_retain;
grant select (number, id, mentioned), delete on item to aboveboard_retain;
grant select (index, subject, expires), delete on recommendation to aboveboard_retain;
grant select (index, subject, purpose, kind, until, declared, at, evidence, sighted) on consent to aboveboard_retain;
grant select (number, since), delete on subject to aboveboard_retain;
grant select on agreed, declared to aboveboard_retain;
grant select, insert, update, delete on touched to aboveboard_retain;
grant select, delete on suppression to aboveboard_retain;
grant insert on journal, retention_run to aboveboard_retain;
grant select, update on journal_head to aboveboard_retain;
create policy retain_event on event for all to aboveboard_retain using (true);
create policy retain_recommendation on recommendation for all to aboveboard_retain using (true);
create policy retain_consent on consent for select to aboveboard_retain using (true);
create policy retain_subject on subject for all to aboveboard_retain using (true);

-- operate: the catalogue, keys, and counts; no row of a person
grant select, insert, update on item, access_key, signing_key, declared to aboveboard_operate;
grant delete on signing_key to aboveboard_operate;
grant maintain on event, consent, subject, touched, item to aboveboard_operate;
grant select on policy_version, retention_run, journal, journal_head to aboveboard_operate;
grant select (id, state, asked, ended, steps) on erasure to aboveboard_operate;
create policy operate_erasure on erasure for select to aboveboard_operate using (true);
