package org.aboveboard.server.collect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.sql.Columns;

/// Events from elsewhere that can show what they rest on: judged and kept like all others. Where a
/// row of the same message was set aside, it is deleted in the same transaction, so that nothing is
/// held twice.
final class ReleaseShelf implements Shelf<EventRow> {
  private final EventShelf events;

  ReleaseShelf(EventShelf events) {
    this.events = events;
  }

  @Override
  public List<Verdict> judge(Connection connection, List<EventRow> rows) throws SQLException {
    return events.judge(connection, rows);
  }

  @Override
  public void put(Connection connection, List<EventRow> rows, long first) throws SQLException {
    events.put(connection, rows, first);
    try (PreparedStatement out =
        connection.prepareStatement("delete from quarantine where message = any(?)")) {
      Columns.bind(out, 1, "bytea", rows, row -> row.message().array());
      out.executeUpdate();
    }
  }
}
