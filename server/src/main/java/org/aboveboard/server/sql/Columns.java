package org.aboveboard.server.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds one column of many rows as an array, for `insert … select … from unnest(…)`.
public final class Columns {
  private static final String BYTEA = "bytea";

  private Columns() {}

  /// @param column a row's value, null for SQL's null
  public static <R> void bind(
      PreparedStatement statement,
      int at,
      String type,
      List<R> rows,
      Function<R, ? extends @Nullable Object> column)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    Connection connection = statement.getConnection();
    statement.setArray(
        at,
        type.equals(BYTEA)
            ? bytea(connection, Arrays.asList(values))
            : connection.createArrayOf(type, values));
  }

  /// An array of byte strings, which the driver wants by their exact type.
  public static Array bytea(Connection connection, List<? extends @Nullable Object> values)
      throws SQLException {
    return connection.createArrayOf(BYTEA, values.toArray(byte[][]::new));
  }
}
