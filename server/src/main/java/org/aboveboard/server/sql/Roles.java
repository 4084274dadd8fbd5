package org.aboveboard.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/// Makes each [Power]'s login role; two nodes that start at once take turns.
final class Roles {
  private static final long TURN = 0x61626f7665L;
  private static final String WRONG_PASSWORD = "28P01";

  private Roles() {}

  static void ensure(Connection owner, Function<Power, String> passwordOf) throws SQLException {
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + TURN + ")");
      for (Power power : Power.values()) {
        ensure(owner, statement, power, passwordOf.apply(power));
      }
    }
    owner.commit();
  }

  /// Whether the database holds people whose payloads another root key seals: its roles refuse the
  /// passwords that come from this one.
  static boolean areOfAnotherKey(
      Connection owner, Address address, Function<Power, String> passwordOf) throws SQLException {
    return exists(owner, Power.WRITE)
        && isTrue(owner, "select to_regclass('public.subject') is not null")
        && isTrue(owner, "select exists (select from subject)")
        && isRefused(address, passwordOf);
  }

  private static boolean isRefused(Address address, Function<Power, String> passwordOf)
      throws SQLException {
    PGSimpleDataSource direct = new PGSimpleDataSource();
    direct.setUrl(address.url());
    try (Connection _ = direct.getConnection(Power.WRITE.role(), passwordOf.apply(Power.WRITE))) {
      return false;
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        return true;
      }
      throw e;
    }
  }

  private static boolean isTrue(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void ensure(Connection owner, Statement statement, Power power, String password)
      throws SQLException {
    String verb = exists(owner, power) ? "alter" : "create";
    statement.execute(
        verb
            + " role "
            + power.role()
            + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
            + quoted(password)
            + "'");
    statement.execute("grant usage on schema public to " + power.role());
  }

  private static boolean exists(Connection owner, Power power) throws SQLException {
    try (PreparedStatement roles =
        owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      roles.setString(1, power.role());
      try (ResultSet found = roles.executeQuery()) {
        return found.next();
      }
    }
  }

  private static String quoted(String password) {
    if (!password.matches("[A-Za-z0-9_-]{20,}")) {
      throw new IllegalArgumentException("A role's password is made of letters, digits, - and _.");
    }
    return password;
  }
}
