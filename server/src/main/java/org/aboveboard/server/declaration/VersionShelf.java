package org.aboveboard.server.declaration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.journal.Shelf;

/// Versions of the policy, each with the meanings that it can be read again for.
final class VersionShelf implements Shelf<Version> {
  /// The form of canonical text that this release writes and reads.
  static final int FORMAT = 1;

  @Override
  public List<Verdict> judge(Connection connection, List<Version> versions) {
    return versions.stream().map(_ -> Verdict.WRITE).toList();
  }

  @Override
  public void put(Connection connection, List<Version> versions, long first) throws SQLException {
    for (int i = 0; i < versions.size(); i++) {
      put(connection, versions.get(i), first + i);
    }
  }

  private static void put(Connection connection, Version version, long index) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into policy_version (index, digest, canonical, at, approvals, format)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, index);
      insert.setString(2, version.policy().digest());
      insert.setString(3, version.policy().canonicalJson());
      insert.setTimestamp(4, Timestamp.from(version.at()));
      insert.setString(5, Beside.written(version.policy()));
      insert.setInt(6, FORMAT);
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into meaning (digest, purpose, version) values (?, ?, ?)"
                + " on conflict do nothing")) {
      for (Purpose purpose : version.policy().purposes()) {
        insert.setString(1, purpose.digest());
        insert.setString(2, purpose.id());
        insert.setLong(3, index);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
