package org.aboveboard.server.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;

/// The journal's entries as the ledger reads them, and the head that is published.
final class LedgerStore {
  private final Pools pools;

  LedgerStore(Pools pools) {
    this.pools = pools;
  }

  /// How many entries the journal has.
  long size() {
    return pools.use(
        Power.LEDGER,
        handle -> handle.createQuery("select next from journal_head").mapTo(Long.class).one());
  }

  /// The entries from one index up to, and without, another.
  List<Entry> entries(long from, long to) {
    return pools.use(
        Power.LEDGER,
        handle ->
            handle
                .createQuery(
                    "select index, kind, at, commitment from journal where index >= :from and index"
                        + " < :to order by index")
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> entry(row))
                .list());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        new Commitment(Hash.of(row.getBytes(4)).orElseThrow()));
  }

  /// What was published last, by whichever node, as its signed text.
  Optional<String> published() {
    return pools.use(
        Power.LEDGER,
        handle ->
            handle.createQuery("select checkpoint from ledger_head").mapTo(String.class).findOne());
  }

  /// Moves the head where it is as it was read, durably; false where another was faster.
  boolean move(Optional<Published> before, Published after) {
    return pools.transact(
            Power.LEDGER,
            handle ->
                before.isEmpty()
                    ? handle.execute(
                        "insert into ledger_head (size, checkpoint) values (?, ?)"
                            + " on conflict do nothing",
                        after.size(),
                        after.note().format())
                    : handle.execute(
                        "update ledger_head set size = ?, checkpoint = ? where checkpoint = ?"
                            + " and size <= ?",
                        after.size(),
                        after.note().format(),
                        before.get().note().format(),
                        after.size()))
        == 1;
  }

  /// Puts entries back that were published and are not here any more, and the head with them. Their
  /// rows are lost; that they happened is not.
  ///
  /// @param from how many entries there were when the missing ones were chosen
  /// @throws IllegalStateException if an entry has been written meanwhile
  void putBack(long from, List<Entry> missing, Published published) {
    pools.transact(
        Power.LEDGER,
        handle -> {
          Connection connection = handle.getConnection();
          if (Head.lock(connection) != from) {
            throw new IllegalStateException("The journal is being written by another server.");
          }
          insert(connection, missing);
          handle.execute("update journal_head set next = ?", from + missing.size());
          handle.execute(
              "insert into ledger_head (size, checkpoint) values (?, ?) on conflict (one) do update"
                  + " set size = excluded.size, checkpoint = excluded.checkpoint",
              published.size(),
              published.note().format());
          return missing;
        });
  }

  private static void insert(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into journal (index, at, kind, commitment) values (?, ?, ?, ?)")) {
      for (Entry entry : entries) {
        insert.setLong(1, entry.index());
        insert.setTimestamp(2, Timestamp.from(entry.at()));
        insert.setString(3, entry.kind());
        insert.setBytes(4, entry.commitment().hash().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
