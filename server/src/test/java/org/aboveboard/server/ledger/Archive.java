package org.aboveboard.server.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.aboveboard.ledger.Entry;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// A journal in a real store, without the house around it, that can be filled, copied and put back.
final class Archive implements AutoCloseable {
  static final byte[] SEED =
      "a seed of thirty-two bytes, no key".substring(0, 32).getBytes(US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  private final EmbeddedPostgres postgres;
  private final Connection owner;
  final Pools pools;

  Archive(Path folder) throws Exception {
    this.postgres = EmbeddedPostgres.start(folder);
    Address address = new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
    this.owner = Pools.owner(address);
    // no power cut is played here, so nobody waits for the disk
    owner("alter system set fsync to off", "select pg_reload_conf()");
    this.pools = Pools.open(address, power -> "only-in-tests-only-in-tests-" + power.name());
    owner(
        "create table copied_journal as select * from journal with no data",
        "create table copied_head as select * from journal_head with no data",
        "create table copied_published as select * from ledger_head with no data");
  }

  /// Adds so many entries, as any part of the server does.
  void write(int entries) {
    List<Mark> marks = new ArrayList<>(Collections.nCopies(entries, Mark.of(Kind.RETENTION, 0)));
    marks.replaceAll(_ -> Mark.of(Kind.RETENTION, 0));
    pools.transact(
        Power.LEDGER,
        handle -> {
          Connection connection = handle.getConnection();
          Head.append(connection, NOW, marks, Head.lock(connection));
          return marks;
        });
  }

  List<Entry> entries() {
    LedgerStore store = new LedgerStore(pools);
    return store.entries(0, store.size());
  }

  /// As it is at the first start of an instance.
  void begin() {
    owner(
        "delete from journal",
        "delete from ledger_head",
        "insert into journal (index, at, kind, commitment)"
            + " values (0, now(), 'genesis', sha256('aboveboard genesis'))",
        "update journal_head set next = 1, decided = 0");
  }

  /// Keeps a copy of what the database holds now, in place of the last one.
  void copy() {
    owner(
        "delete from copied_journal",
        "delete from copied_head",
        "delete from copied_published",
        "insert into copied_journal select * from journal",
        "insert into copied_head select * from journal_head",
        "insert into copied_published select * from ledger_head");
  }

  /// Puts the copy back, as a restored backup does.
  void putBack() {
    owner(
        "delete from journal",
        "delete from ledger_head",
        "insert into journal select * from copied_journal",
        "update journal_head h set next = c.next from copied_head c",
        "insert into ledger_head select * from copied_published");
  }

  /// Does what only the database's owner can.
  void owner(String... statements) {
    try (Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    pools.close();
    try {
      owner.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    postgres.close();
  }
}
