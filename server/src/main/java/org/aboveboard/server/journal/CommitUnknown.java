package org.aboveboard.server.journal;

import java.sql.SQLException;

/// The connection broke while a commit was under way: what was written may be there or not.
final class CommitUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String CONNECTION = "08";
  private static final String SERVER_ENDS = "57";

  CommitUnknown(SQLException cause) {
    super("It is not known whether the commit was made.", cause);
  }

  /// Whether nobody refused, but nobody answered either.
  static boolean isBroken(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.startsWith(CONNECTION) || state.startsWith(SERVER_ENDS);
  }
}
