package org.aboveboard.server.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.postgres.Manifest.Column;
import org.aboveboard.server.postgres.Manifest.Sequence;

/// What a database says about itself: the tables and sequences that are ours, and how they were
/// migrated.
final class Catalogue {
  private static final String HISTORY = "flyway_schema_history";

  private static final String OURS =
      " n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ";

  /// Tables and partitioned tables; a partition's rows are read and written through its parent.
  private static final String RELATIONS =
      "SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'"
          + " AND c.relname <> '"
          + HISTORY
          + "' AND"
          + OURS
          + "ORDER BY 2";

  private static final String COLUMNS =
      "SELECT quote_ident(attname), format_type(atttypid, atttypmod) FROM pg_attribute"
          + " WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
          + " ORDER BY attnum";

  private static final String SEQUENCES =
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind = 'S' AND"
          + OURS
          + "ORDER BY 1";

  private static final String REFERENCES =
      "SELECT DISTINCT confrelid FROM pg_constraint"
          + " WHERE contype = 'f' AND conrelid = ? AND confrelid <> conrelid";

  private static final String HISTORY_TABLE =
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)"
          + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relname = '"
          + HISTORY
          + "' AND"
          + OURS;

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /// A table as the database has it now.
  record Relation(long oid, String name, List<Column> columns) {
    Relation {
      columns = List.copyOf(columns);
    }
  }

  List<Relation> relations() throws SQLException {
    var relations = new ArrayList<Relation>();
    try (var query = connection.prepareStatement(RELATIONS);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        relations.add(new Relation(rows.getLong(1), rows.getString(2), columns(rows.getLong(1))));
      }
    }
    return relations;
  }

  private List<Column> columns(long oid) throws SQLException {
    return list(COLUMNS, oid, row -> new Column(row.getString(1), row.getString(2)));
  }

  /// The tables in an order in which each comes after those it refers to. Tables that refer to each
  /// other in a ring come last, in the order of their names.
  List<Relation> parentsFirst() throws SQLException {
    var waiting = new ArrayList<>(relations());
    var ordered = new ArrayList<Relation>();
    var blocked = new ArrayList<List<Long>>();
    for (Relation relation : waiting) {
      blocked.add(list(REFERENCES, relation.oid(), row -> row.getLong(1)));
    }
    boolean hasMoved = true;
    while (hasMoved) {
      hasMoved = false;
      for (int i = 0; i < waiting.size(); i++) {
        if (blocked.get(i).stream().allMatch(parent -> contains(ordered, parent))) {
          ordered.add(waiting.remove(i));
          blocked.remove(i--);
          hasMoved = true;
        }
      }
    }
    ordered.addAll(waiting);
    return ordered;
  }

  private static boolean contains(List<Relation> relations, long oid) {
    return relations.stream().anyMatch(relation -> relation.oid() == oid);
  }

  List<Sequence> sequences() throws SQLException {
    var sequences = new ArrayList<Sequence>();
    for (String name : list(SEQUENCES, row -> row.getString(1))) {
      sequences.addAll(
          list(
              "SELECT last_value, is_called FROM " + name,
              row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return sequences;
  }

  /// The last migration that was applied; empty where there was none.
  Optional<String> schemaVersion() throws SQLException {
    for (String history : list(HISTORY_TABLE, row -> row.getString(1))) {
      var versions =
          list(
              "SELECT version FROM "
                  + history
                  + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1",
              row -> row.getString(1));
      if (!versions.isEmpty()) {
        return Optional.of(versions.getFirst());
      }
    }
    return Optional.empty();
  }

  boolean hasMoreRows(String table, int than) throws SQLException {
    return !list("SELECT 1 FROM " + table + " OFFSET " + than + " LIMIT 1", row -> row.getInt(1))
        .isEmpty();
  }

  String postgresVersion() throws SQLException {
    return list("SHOW server_version", row -> row.getString(1)).getFirst();
  }

  private interface FromRow<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, FromRow<T> from) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      return list(query, from);
    }
  }

  private <T> List<T> list(String sql, long oid, FromRow<T> from) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setLong(1, oid);
      return list(query, from);
    }
  }

  private static <T> List<T> list(PreparedStatement query, FromRow<T> from) throws SQLException {
    var found = new ArrayList<T>();
    try (var rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(from.read(rows));
      }
    }
    return found;
  }
}
