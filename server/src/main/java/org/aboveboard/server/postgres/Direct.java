package org.aboveboard.server.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/// A connection without `DriverManager`, which knows only what some class loader left registered.
final class Direct {
  private Direct() {}

  static Connection connect(String url, String user, String password) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source.getConnection(user, password);
  }
}
