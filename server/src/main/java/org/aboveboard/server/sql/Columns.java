package org.aboveboard.server.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds one column of many rows as an array, for `insert … select … from unnest(…)`.
public final class Columns {
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
    statement.setArray(at, statement.getConnection().createArrayOf(type, values));
  }
}
