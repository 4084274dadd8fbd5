package org.aboveboard.server.postgres;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/// What a backup holds: its tables with their digests, its sequences, and the version of the schema
/// they were taken from.
///
/// @param format the version of this layout
/// @param schemaVersion the last migration that had been applied
/// @param postgresVersion the server that wrote the rows
/// @param epochs those under which keys in it are wrapped; none in a backup of before there were
///   any
record Manifest(
    int format,
    String schemaVersion,
    String postgresVersion,
    List<Table> tables,
    List<Sequence> sequences,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Integer> epochs) {
  static final int FORMAT = 1;

  Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    epochs = List.copyOf(epochs);
  }

  /// One table's rows.
  ///
  /// @param name schema and table, quoted for SQL where they must be
  /// @param entry the part of the file that holds the rows, as PostgreSQL's binary COPY
  record Table(String name, List<Column> columns, String entry, long rows, String sha256) {
    Table {
      columns = List.copyOf(columns);
    }

    boolean fits(Catalogue.Relation other) {
      return name.equals(other.name()) && columns.equals(other.columns());
    }
  }

  /// A stored column and its type, both as SQL writes them.
  record Column(String name, String type) {
    static String list(List<Column> columns) {
      return String.join(", ", columns.stream().map(Column::name).toList());
    }
  }

  /// A sequence and the state from which it goes on.
  record Sequence(String name, long lastValue, boolean isCalled) {}
}
