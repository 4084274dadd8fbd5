package org.aboveboard.server.consent;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.consent.ConsentRow.Against;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Columns;
import org.aboveboard.server.subject.Subjects;

/// Consent records: added, never updated. A prompt's id answers once, and a contradiction is
/// recorded once for each carrier until its subject's next choice.
final class ConsentShelf implements Shelf<ConsentRow> {
  private static final String INSERT =
      """
      insert into consent (index, subject, part, purpose, kind, at, until, keep, declared, evidence,
        sighted, guardian, prompt, payload, carrier, visit, previous)
      select ? + row.place - 1, subject, part, purpose, kind, at, until, keep, declared, evidence,
        sighted, guardian, prompt, payload, carrier, visit, previous
      from unnest(?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::timestamptz[],
          ?::timestamptz[], ?::integer[], ?::text[], ?::text[], ?::boolean[], ?::boolean[],
          ?::bytea[], ?::bytea[], ?::text[], ?::boolean[], ?::bytea[])
        with ordinality as row(subject, part, purpose, kind, at, until, keep, declared, evidence,
          sighted, guardian, prompt, payload, carrier, visit, previous, place)
      """;

  @Override
  public List<Verdict> judge(Connection connection, List<ConsentRow> rows) throws SQLException {
    Set<Long> alive = alive(connection, rows);
    Iterator<Verdict> cited = cited(connection, rows).iterator();
    List<Verdict> verdicts = new ArrayList<>();
    Before before = new Before();
    for (ConsentRow row : rows) {
      Verdict stored = row.cited().isPresent() ? cited.next() : Verdict.WRITE;
      Verdict verdict =
          alive.contains(row.subject()) ? judge(connection, row, stored, before) : Verdict.STALE;
      if (verdict == Verdict.WRITE) {
        before.add(row);
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  /// What the store says to those rows that answer prompts, in order.
  private static List<Verdict> cited(Connection connection, List<ConsentRow> rows)
      throws SQLException {
    List<CitedStore.Answer> answers =
        rows.stream()
            .flatMap(row ->
                row.cited().stream()
                    .map(cited -> new CitedStore.Answer(cited, row.place(), row.said())))
            .toList();
    return answers.isEmpty() ? List.of() : CitedStore.verdicts(connection, answers);
  }

  /// @param stored what the store says to a row that answers a prompt
  private static Verdict judge(Connection connection, ConsentRow row, Verdict stored, Before before)
      throws SQLException {
    if (row.against().isPresent()) {
      Optional<Verdict> against = before.verdict(row, row.against().get());
      return against.isPresent() ? against.get() : recorded(connection, row, row.against().get());
    }
    return row.cited().flatMap(cited -> before.verdict(row, cited)).orElse(stored);
  }

  /// Whether a contradiction is new, and of what its subject chose last.
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
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, first);
      Columns.bind(insert, 2, "bigint", rows, ConsentRow::subject);
      Columns.bind(insert, 3, "text", rows, row -> row.place().part());
      Columns.bind(insert, 4, "smallint", rows, row -> row.place().number());
      Columns.bind(insert, 5, "text", rows, row -> row.said().name());
      Columns.bind(insert, 6, "timestamptz", rows, row -> row.at().toString());
      Columns.bind(
          insert, 7, "timestamptz", rows, row -> row.until().map(Instant::toString).orElse(null));
      Columns.bind(
          insert, 8, "integer", rows, row -> row.keep().stream().boxed().findFirst().orElse(null));
      Columns.bind(insert, 9, "text", rows, ConsentRow::declared);
      Columns.bind(insert, 10, "text", rows, row -> row.evidence().name());
      Columns.bind(insert, 11, "boolean", rows, ConsentRow::sighted);
      Columns.bind(insert, 12, "boolean", rows, ConsentRow::guardian);
      Columns.bind(
          insert,
          13,
          "bytea",
          rows,
          row -> row.cited().map(cited -> cited.nonce().array()).orElse(null));
      Columns.bind(insert, 14, "bytea", rows, row -> row.statement().payload().array());
      Columns.bind(
          insert, 15, "text", rows, row -> row.against().map(Against::carrier).orElse(null));
      Columns.bind(insert, 16, "boolean", rows, ConsentRow::forVisit);
      Columns.bind(
          insert,
          17,
          "bytea",
          rows,
          row -> row.statement().previous().map(before -> before.hash().bytes()).orElse(null));
      insert.executeUpdate();
    }
    Subjects.touch(connection, rows.stream().map(ConsentRow::subject).toList(), first);
  }

  private static Set<Long> alive(Connection connection, List<ConsentRow> rows) throws SQLException {
    return Subjects.alive(connection, rows.stream().map(ConsentRow::subject).collect(toSet()));
  }
}
