package org.aboveboard.server.rights;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// Looks for what an erasure left, without asking the code that erased: every table of the database
/// that has a column for a subject's number or look-up is counted, whoever made it.
///
/// A table it may not look into is an error, not a zero.
final class LookStore {
  /// What is to stay for a while, as the page about erasing says: notes that turn late records and
  /// old questions away, whom the learner has to read again, and the job itself.
  private static final Set<String> STAY = Set.of("suppression", "spent", "touched", "erasure");

  private final Pools pools;
  private final InstantSource clock;

  LookStore(Pools pools, InstantSource clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /// Which tables were looked into, by which column, and how many rows of the subject they hold.
  record Found(List<String> places, long rows) {
    Found {
      places = List.copyOf(places);
    }
  }

  private record Column(String table, String name) {}

  Found look(Grant grant, Lookup lookup) {
    grant.requireRights(clock.instant());
    long subject = grant.subject().orElseThrow();
    return pools.transact(
        Power.RIGHTS,
        handle -> {
          set(handle, "aboveboard.subject", Long.toString(subject));
          set(handle, "aboveboard.lookup", lookup.hex());
          List<Column> columns = columns(handle);
          long rows = 0;
          for (Column column : columns) {
            rows += count(handle, column, subject, lookup);
          }
          return new Found(columns.stream().map(c -> c.table() + "." + c.name()).toList(), rows);
        });
  }

  private static List<Column> columns(Handle handle) {
    return handle
        .createQuery(
            """
            select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname, a.attname,
              not c.relrowsecurity or exists (select from pg_policies p where p.schemaname = n.nspname
                and p.tablename = c.relname and 'aboveboard_rights' = any(p.roles))
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'vault') and c.relkind in ('r', 'p', 'm') and not a.attisdropped
            and (a.attname in ('subject', 'lookup') or c.relname = 'subject' and a.attname = 'number')
            order by 1, 2
            """)
        .map((row, _) -> column(row.getString(1), row.getString(2), row.getBoolean(3)))
        .filter(column -> !STAY.contains(column.table()))
        .list();
  }

  private static Column column(String table, String name, boolean canSee) {
    if (!canSee && !STAY.contains(table)) {
      throw new IllegalStateException("An erasure cannot look into the table " + table + ".");
    }
    return new Column(table, name);
  }

  private static long count(Handle handle, Column column, long subject, Lookup lookup) {
    Object value = column.name().equals("lookup") ? lookup.bytes() : (Object) subject;
    return handle
        .select(
            "select count(*) from "
                + quoted(column.table())
                + " where "
                + quoted(column.name())
                + " = ?",
            value)
        .mapTo(Long.class)
        .one();
  }

  private static String quoted(String name) {
    return '"' + name.replace(".", "\".\"") + '"';
  }

  private static void set(Handle handle, String setting, String value) {
    handle.select("select set_config('" + setting + "', ?, true)", value).mapTo(String.class).one();
  }
}
