-- Which signal said no while a yes stood, by its name; only a row of that kind has one.
alter table consent add carrier text check ((kind = 'CONTRADICTED') = (carrier is not null));
grant select (carrier) on consent to aboveboard_write;
