package org.aboveboard.server.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// Work on a connection that is done wholly or not at all.
final class InTransaction {
  private InTransaction() {}

  interface Work<T> {
    T run() throws IOException, SQLException;
  }

  static <T> T run(Connection connection, Work<T> work) throws IOException, SQLException {
    boolean wasAutoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      T result = work.run();
      connection.commit();
      return result;
    } catch (IOException | SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(wasAutoCommit);
    }
  }
}
