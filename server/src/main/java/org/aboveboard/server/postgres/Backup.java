package org.aboveboard.server.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.aboveboard.server.postgres.Manifest.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// A copy of the whole store in one file, taken while it runs, and the way back.
///
/// All tables are copied inside one repeatable-read transaction, so the file shows one instant. The
/// keys that open the sealed payloads are not in the database and so not in the file.
public final class Backup {
  private Backup() {}

  /// What was written or restored.
  ///
  /// @param sha256 the seal of the file, fit to be signed or noted elsewhere
  public record Summary(int tables, long rows, String schemaVersion, String sha256) {}

  /// Tells under which epochs keys lie in what a connection sees.
  @FunctionalInterface
  public interface Wrapped {
    List<Integer> in(Connection owner) throws SQLException;
  }

  /// Copies everything that `owner` owns into `file`, when none of it is wrapped under epochs.
  public static Summary write(Connection owner, Path file) throws IOException, SQLException {
    return write(owner, file, _ -> List.of());
  }

  /// Copies everything that `owner` owns into `file`; row security must not hide rows from it.
  public static Summary write(Connection owner, Path file, Wrapped wrapped)
      throws IOException, SQLException {
    return InTransaction.run(
        owner,
        () -> {
          execute(owner, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
          execute(owner, "SET LOCAL row_security = off"); // a hidden row is an error, not a gap
          return writeAll(owner, file, wrapped.in(owner));
        });
  }

  private static Summary writeAll(Connection owner, Path file, List<Integer> epochs)
      throws IOException, SQLException {
    var catalogue = new Catalogue(owner);
    String version =
        catalogue
            .schemaVersion()
            .orElseThrow(() ->
                new StoreRefused(
                    "This database holds no tables of Aboveboard.",
                    "Name the database that the server uses."));
    var tables = new ArrayList<Table>();
    var copy = copyManager(owner);
    String seal =
        BackupFile.write(
            file,
            parts -> {
              for (var relation : catalogue.parentsFirst()) {
                tables.add(table(copy, relation, parts));
              }
              parts.add(
                  new Manifest(
                      Manifest.FORMAT,
                      version,
                      catalogue.postgresVersion(),
                      tables,
                      catalogue.sequences(),
                      epochs));
            });
    return new Summary(tables.size(), tables.stream().mapToLong(Table::rows).sum(), version, seal);
  }

  private static Table table(CopyManager copy, Catalogue.Relation relation, BackupFile.Parts parts)
      throws IOException, SQLException {
    String entry = "tables/" + relation.name() + ".copy";
    String sql =
        "COPY (SELECT "
            + Manifest.Column.list(relation.columns())
            + " FROM "
            + relation.name()
            + ") TO STDOUT (FORMAT binary)";
    var written = parts.add(entry, out -> copy.copyOut(sql, out));
    return new Table(relation.name(), relation.columns(), entry, written.rows(), written.sha256());
  }

  /// The epochs under which keys in this backup are wrapped; nothing is written.
  public static List<Integer> epochs(Path file) throws IOException {
    BackupFile.requireWhole(file);
    try (var zip = new ZipFile(file.toFile())) {
      return BackupFile.manifest(zip).epochs();
    }
  }

  /// Fills an empty, freshly migrated database from `file`, wholly or not at all.
  ///
  /// @param seeded tables in which migrations leave one row; it gives way to those of the backup
  public static Summary restore(Connection owner, Path file, Set<String> seeded)
      throws IOException, SQLException {
    BackupFile.requireWhole(file);
    try (var zip = new ZipFile(file.toFile())) {
      return InTransaction.run(owner, () -> new Restore(owner, zip, seeded).run());
    }
  }

  /// Fills an empty, freshly migrated database from `file`, wholly or not at all.
  public static Summary restore(Connection owner, Path file) throws IOException, SQLException {
    return restore(owner, file, Set.of());
  }

  static CopyManager copyManager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
