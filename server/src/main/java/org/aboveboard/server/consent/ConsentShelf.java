package org.aboveboard.server.consent;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.consent.ConsentRow.Against;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.subject.Subjects;

/// Consent records: added, never updated. A prompt's id answers once, and a contradiction is
/// recorded once for each carrier until its subject's next choice.
final class ConsentShelf implements Shelf<ConsentRow> {
  @Override
  public List<Verdict> judge(Connection connection, List<ConsentRow> rows) throws SQLException {
    Set<Long> alive = alive(connection, rows);
    List<Verdict> verdicts = new ArrayList<>();
    List<ConsentRow> before = new ArrayList<>();
    for (ConsentRow row : rows) {
      Verdict verdict = Verdict.STALE;
      if (alive.contains(row.subject())) {
        verdict =
            row.against().isPresent()
                ? judge(connection, row, row.against().get(), before)
                : row.cited().isPresent()
                    ? judge(connection, row, row.cited().get(), before)
                    : Verdict.WRITE;
      }
      if (verdict == Verdict.WRITE) {
        before.add(row);
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  /// Whether a prompt may be answered, after what is to be written before.
  private static Verdict judge(
      Connection connection, ConsentRow row, Cited cited, List<ConsentRow> before)
      throws SQLException {
    for (ConsentRow other : before) {
      if (other.cited().map(Cited::nonce).equals(Optional.of(cited.nonce()))) {
        return Verdict.REPEATED;
      }
      if (row.isYesAfterNo(other)) {
        return Verdict.STALE;
      }
    }
    return CitedStore.verdict(connection, cited, row.place(), row.said());
  }

  /// Whether a contradiction is new, and of what its subject chose last.
  private static Verdict judge(
      Connection connection, ConsentRow row, Against against, List<ConsentRow> before)
      throws SQLException {
    for (ConsentRow other : before) {
      if (other.subject() == row.subject() && other.place().equals(row.place())) {
        if (other.against().isEmpty()) {
          return Verdict.STALE;
        }
        if (other.against().get().carrier().equals(against.carrier())) {
          return Verdict.REPEATED;
        }
      }
    }
    return recorded(connection, row, against);
  }

  private static Verdict recorded(Connection connection, ConsentRow row, Against against)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(max(index) filter (where carrier is null), 0),"
                + " coalesce(max(index) filter (where carrier = ?), 0)"
                + " from consent where subject = ? and part = ? and purpose = ?")) {
      select.setString(1, against.carrier());
      select.setLong(2, row.subject());
      select.setString(3, row.place().part());
      select.setShort(4, row.place().number());
      try (ResultSet found = select.executeQuery()) {
        found.next();
        if (found.getLong(1) != against.last()) {
          return Verdict.STALE;
        }
        return found.getLong(2) > against.last() ? Verdict.REPEATED : Verdict.WRITE;
      }
    }
  }

  @Override
  public List<ConsentRow> follow(Connection connection, List<ConsentRow> rows) throws SQLException {
    Map<Long, Commitment> last =
        Subjects.lastSaid(connection, rows.stream().map(ConsentRow::subject).collect(toSet()));
    List<ConsentRow> following = new ArrayList<>();
    for (ConsentRow row : rows) {
      ConsentRow after = row.after(Optional.ofNullable(last.get(row.subject())));
      last.put(row.subject(), after.commitment());
      following.add(after);
    }
    return following;
  }

  @Override
  public void put(Connection connection, List<ConsentRow> rows, long first) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into consent (index, subject, part, purpose, kind, at, until, keep, declared,"
                + " evidence, sighted, guardian, prompt, payload, carrier, visit, previous)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < rows.size(); i++) {
        bind(insert, rows.get(i), first + i);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    Subjects.touch(connection, rows.stream().map(ConsentRow::subject).toList(), first);
  }

  private static void bind(PreparedStatement insert, ConsentRow row, long index)
      throws SQLException {
    insert.setLong(1, index);
    insert.setLong(2, row.subject());
    insert.setString(3, row.place().part());
    insert.setShort(4, row.place().number());
    insert.setString(5, row.said().name());
    insert.setTimestamp(6, Timestamp.from(row.at()));
    if (row.until().isPresent()) {
      insert.setTimestamp(7, Timestamp.from(row.until().get()));
    } else {
      insert.setNull(7, Types.TIMESTAMP_WITH_TIMEZONE);
    }
    if (row.keep().isPresent()) {
      insert.setInt(8, row.keep().getAsInt());
    } else {
      insert.setNull(8, Types.INTEGER);
    }
    insert.setString(9, row.declared());
    insert.setString(10, row.evidence().name());
    insert.setBoolean(11, row.sighted());
    insert.setBoolean(12, row.guardian());
    if (row.cited().isPresent()) {
      insert.setBytes(13, row.cited().get().nonce().array());
    } else {
      insert.setNull(13, Types.BINARY);
    }
    insert.setBytes(14, row.statement().payload().array());
    if (row.against().isPresent()) {
      insert.setString(15, row.against().get().carrier());
    } else {
      insert.setNull(15, Types.VARCHAR);
    }
    insert.setBoolean(16, row.forVisit());
    if (row.statement().previous().isPresent()) {
      insert.setBytes(17, row.statement().previous().get().hash().bytes());
    } else {
      insert.setNull(17, Types.BINARY);
    }
  }

  private static Set<Long> alive(Connection connection, List<ConsentRow> rows) throws SQLException {
    return Subjects.alive(connection, rows.stream().map(ConsentRow::subject).collect(toSet()));
  }
}
