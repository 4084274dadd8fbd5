-- The vault: what volunteers said of themselves, so that it can be measured whom the lists serve how
-- well. A schema and a role of its own: who learns, serves or operates has no way in.
create schema vault;
revoke all on schema vault from public;

-- The groups of people that a policy declares have stable numbers too.
alter table declared drop constraint declared_kind_check;
alter table declared add constraint declared_kind_check
  check (kind in ('purpose', 'event', 'signal', 'surface', 'segment'));

-- One answer of one person to one segment's question, sealed under that person's own key. It is deleted
-- when it is taken back; that it was given stays in the journal as a commitment.
create table vault.answer (
  index bigint primary key,
  subject bigint not null,
  segment smallint not null,
  -- the purpose that was agreed to, by its declared number
  purpose smallint not null,
  day date not null,
  expires date not null,
  payload bytea not null,
  unique (subject, segment)
);
create index answer_segment on vault.answer (segment);
create index answer_expires on vault.answer (expires);
alter table vault.answer enable row level security;

-- Looks at single answers, stage by stage: asked for, agreed to, read. Rows are added, never updated.
create table vault.look (
  index bigint primary key,
  look uuid not null,
  subject bigint not null,
  segment smallint not null,
  stage text not null check (stage in ('asked', 'agreed', 'read')),
  at timestamptz not null,
  person text not null,
  role text not null,
  -- sealed under the key of whose answer it is: the reason, and who they are to the shop
  payload bytea not null,
  unique (look, stage)
);
create index look_subject on vault.look (subject);
alter table vault.look enable row level security;

-- What was told of all answers in a quarter, against what may be; and how many people are known, with noise.
create table vault.budget (
  quarter text primary key check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  epsilon numeric not null,
  spent numeric not null check (spent > 0 and spent <= epsilon),
  people bigint not null
);

-- The counts that were published, with their noise, drawn once; nothing where too few answered so.
create table vault.figure (
  quarter text not null references vault.budget,
  segment smallint not null,
  answer text not null,
  count bigint,
  smallest integer not null,
  index bigint not null,
  at timestamptz not null,
  primary key (quarter, segment, answer)
);

grant usage on schema vault to aboveboard_vault, aboveboard_rights, aboveboard_retain;

-- vault: the sealed answers of everybody, and who agrees now; no key that opens one, no name
grant select, insert, delete on vault.answer to aboveboard_vault;
grant select, insert on vault.look, vault.figure to aboveboard_vault;
grant select, insert, update (spent) on vault.budget to aboveboard_vault;
grant select (index, subject, part, purpose, kind, at, until, keep, declared, evidence) on consent
  to aboveboard_vault;
grant select on agreed, last_word, shortened, declared to aboveboard_vault;
grant select (number) on subject to aboveboard_vault;
grant insert on journal to aboveboard_vault;
grant select, update on journal_head to aboveboard_vault;
create policy vault_answer on vault.answer for all to aboveboard_vault using (true) with check (true);
create policy vault_look on vault.look for select to aboveboard_vault using (true);
create policy vault_look_added on vault.look for insert to aboveboard_vault with check (true);
create policy vault_consent on consent for select to aboveboard_vault using (true);
create policy vault_subject on subject for select to aboveboard_vault using (true);

-- rights: of the one subject it names
grant select, delete, update (expires) on vault.answer to aboveboard_rights;
grant select, delete on vault.look to aboveboard_rights;
create policy rights_answer on vault.answer for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);
create policy rights_look on vault.look for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);

-- retain: what has run out, or what nobody agreed to any more; no payload
grant select (index, subject, segment, purpose, day, expires), delete on vault.answer
  to aboveboard_retain;
create policy retain_answer on vault.answer for all to aboveboard_retain using (true);

alter table retention_run add volunteered bigint not null default 0;
