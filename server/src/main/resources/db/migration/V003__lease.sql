-- Which nodes may decide, and how far each has heard and learnt: see org.aboveboard.server.lease.Lease.
-- Logged like everything else: a lease that a crash forgets would be one that nobody waits for.
create table lease (
  node uuid primary key,
  -- each renewal moves it; the others watch it move, by their own clocks
  expires timestamptz not null,
  heard bigint not null,
  learnt bigint not null
);
grant select, insert, update, delete on lease to aboveboard_write;
grant select (index) on policy_version to aboveboard_write;
