-- How strongly the lists of a surface are corrected: a row each time that changed, and why.
create table correction (
  surface text not null,
  at timestamptz not null,
  strength double precision not null check (strength >= 0),
  why text not null,
  primary key (surface, at)
);

-- What each group of providers got and should have had since the correction of a surface began,
-- over so many lists; every node adds what it has shown.
create table standing (
  surface text not null,
  about text not null,
  lists bigint not null,
  exposure double precision not null,
  merit double precision not null,
  primary key (surface, about)
);

-- What the server would change and may not: it waits for people.
create table proposal (
  cause text primary key,
  what text not null,
  raised timestamptz not null,
  state text not null check (state in ('open', 'ended')),
  ended timestamptz
);

grant select, insert, update on correction, standing, proposal to aboveboard_operate;
grant delete on standing to aboveboard_operate;
