-- The journal's public form: tiles and proofs are made of what stands here already. New are the head
-- that is published, the seconds of decision records, runs of training, and the chain of what one
-- person said.

-- Records of decisions have numbers of their own: instead of an entry each, one entry a second holds
-- the root over their commitments. Those before this one have an entry each; their number is its index.
alter table journal_head add decided bigint not null default 0;
update journal_head set decided = next;
alter table recommendation rename index to number;
create table decided (
  number bigint primary key,
  commitment bytea not null check (octet_length(commitment) = 32)
);
-- Which numbers an entry of the kind "decisions" covers.
create table decisions (
  index bigint primary key,
  first bigint not null unique,
  count integer not null check (count > 0)
);

-- The commitment of what the same person said or asked before; nothing where it was the first.
alter table consent add previous bytea check (octet_length(previous) = 32);

-- That somebody was given a copy of what is held of them, and its digest.
create table download (
  index bigint primary key,
  subject bigint not null,
  previous bytea check (octet_length(previous) = 32),
  payload bytea not null
);
create index download_subject on download (subject);
alter table download enable row level security;

-- What somebody said or asked, in order.
create view said with (security_invoker = true) as
  select subject, index from consent union all select subject, index from download;

-- Runs of training that were published: which, and who was in them, by pseudonyms of that run alone.
create table run (
  index bigint primary key,
  run bytea not null unique check (octet_length(run) = 16),
  pseudonyms bytea not null
);

-- How far the ledger is published: one row, moved by whoever finds it as they read it.
create table ledger_head (
  one boolean primary key default true check (one),
  size bigint not null,
  checkpoint text not null
);

-- An erasure's entries: that it was asked, that it is done here, and that the key is gone from every copy.
alter table erasure add index bigint;
alter table erasure add previous bytea check (octet_length(previous) = 32);
alter table erasure add done bigint;
alter table erasure add epoch integer;
alter table erasure add everywhere bigint;
alter table erasure add place integer;

grant update (decided), select (decided) on journal_head to aboveboard_write;
grant select (index, commitment) on journal to aboveboard_write;
-- an entry is a commitment; its body is there where it is about nobody
grant select on journal to aboveboard_rights;
grant insert on decided, download, run to aboveboard_write;
grant select (index, subject) on download to aboveboard_write;
grant select on said to aboveboard_write, aboveboard_rights;
create policy write_download on download for insert to aboveboard_write with check (true);
create policy write_download_seen on download for select to aboveboard_write using (true);

-- rights: of the one subject it names
grant select, delete on download to aboveboard_rights;
create policy rights_download on download for all to aboveboard_rights
  using (subject = nullif(current_setting('aboveboard.subject', true), '')::bigint);

-- ledger: the entries, which are commitments, and the seconds; no row of a person
grant select on journal, journal_head, decided, decisions, ledger_head, run to aboveboard_ledger;
grant insert on journal, decisions, ledger_head to aboveboard_ledger;
grant update on journal_head to aboveboard_ledger;
grant update on ledger_head to aboveboard_ledger;

grant select on decisions, ledger_head to aboveboard_operate;

-- retain: what nothing can be proven of any more
grant select (number) on recommendation to aboveboard_retain;
grant select (number), delete on decided to aboveboard_retain;
grant select on decisions to aboveboard_retain;
grant select (subject), delete on download to aboveboard_retain;
create policy retain_download on download for all to aboveboard_retain using (true);
grant maintain on decided, download to aboveboard_operate;
