package org.aboveboard.server.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Choice;
import org.aboveboard.server.journal.Shelf.Verdict;
import org.aboveboard.server.sql.Columns;

/// What has become of prompts since they were served: each answers once, never after the erasure of
/// whom it was put to, and brings no yes after a no.
final class CitedStore {
  // scalar subqueries, so that each row is looked up by an index whatever the plan was made for
  private static final String QUERY =
      """
      select (select true from consent c where c.prompt = q.prompt limit 1),
        (select true from spent s where s.lookup = q.lookup and s.before > q.served limit 1),
        q.given and (
          select true from consent c
          where c.subject = (select number from subject s where s.lookup = q.lookup)
            and c.part = q.part and c.purpose = q.purpose and c.kind in ('REFUSED', 'WITHDRAWN')
            and date_trunc('milliseconds', c.at) > q.served
          limit 1)
      from unnest(?::bytea[], ?::bytea[], ?::timestamptz[], ?::boolean[], ?::text[], ?::smallint[])
        with ordinality as q(prompt, lookup, served, given, part, purpose, place)
      order by q.place
      """;

  private CitedStore() {}

  /// An answer to a prompt.
  record Answer(Cited cited, Place place, Choice.Kind said) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /// Whether each of the answers may be written.
  static List<Verdict> verdicts(Connection connection, List<Answer> answers) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(QUERY)) {
      Columns.bind(select, 1, "bytea", answers, answer -> answer.cited().nonce().array());
      Columns.bind(select, 2, "bytea", answers, answer -> answer.cited().lookup().bytes());
      Columns.bind(select, 3, "timestamptz", answers, answer -> answer.cited().served().toString());
      Columns.bind(select, 4, "boolean", answers, answer -> answer.said() == Choice.Kind.GIVEN);
      Columns.bind(select, 5, "text", answers, answer -> answer.place().part());
      Columns.bind(select, 6, "smallint", answers, answer -> answer.place().number());
      List<Verdict> verdicts = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          boolean isStale = found.getBoolean(2) || found.getBoolean(3);
          verdicts.add(
              found.getBoolean(1) ? Verdict.REPEATED : isStale ? Verdict.STALE : Verdict.WRITE);
        }
      }
      return verdicts;
    }
  }
}
