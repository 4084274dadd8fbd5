package org.aboveboard.server.postgres;

import java.io.IOException;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.aboveboard.server.postgres.Catalogue.Relation;
import org.aboveboard.server.postgres.Manifest.Sequence;
import org.aboveboard.server.postgres.Manifest.Table;

/// One restore, inside a transaction that its caller commits.
///
/// The tables are locked against everybody else, then filled parents first, so that references are
/// checked as they always are. The store's own triggers are off meanwhile: what they would add is
/// in the backup already.
final class Restore {
  private final Connection owner;
  private final ZipFile zip;
  private final Set<String> seeded;
  private final Catalogue catalogue;

  Restore(Connection owner, ZipFile zip, Set<String> seeded) {
    this.owner = owner;
    this.zip = zip;
    this.seeded = Set.copyOf(seeded);
    this.catalogue = new Catalogue(owner);
  }

  Backup.Summary run() throws IOException, SQLException {
    Backup.execute(owner, "SET LOCAL row_security = off");
    var manifest = BackupFile.manifest(zip);
    requireSameSchema(manifest);
    var relations = catalogue.parentsFirst();
    requireSameTables(manifest, relations);
    lock(relations);
    requireEmpty(relations);
    fill(manifest, relations);
    for (Sequence sequence : manifest.sequences()) {
      goOn(sequence);
    }
    long rows = manifest.tables().stream().mapToLong(Table::rows).sum();
    return new Backup.Summary(
        manifest.tables().size(), rows, manifest.schemaVersion(), zip.getComment());
  }

  private void requireSameSchema(Manifest manifest) throws IOException, SQLException {
    String here = catalogue.schemaVersion().orElse("none");
    if (manifest.format() != Manifest.FORMAT || !manifest.schemaVersion().equals(here)) {
      throw new StoreRefused(
          "The backup is of schema version "
              + manifest.schemaVersion()
              + "; this database has "
              + here
              + ".",
          "Restore with the release of Aboveboard that wrote the backup, then upgrade.");
    }
  }

  private static void requireSameTables(Manifest manifest, List<Relation> relations)
      throws StoreRefused {
    var saved = manifest.tables().stream().collect(Collectors.toMap(Table::name, t -> t));
    var different = new ArrayList<String>();
    for (Relation relation : relations) {
      Table table = saved.remove(relation.name());
      if (table == null || !table.fits(relation)) {
        different.add(relation.name());
      }
    }
    different.addAll(saved.keySet());
    if (!different.isEmpty()) {
      throw new StoreRefused(
          "These tables of the backup and of this database differ: " + different + ".",
          "Restore into a database that this release of Aboveboard has just made.");
    }
  }

  private void lock(List<Relation> relations) throws SQLException {
    for (Relation relation : relations) {
      Backup.execute(owner, "LOCK TABLE " + relation.name() + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  private void requireEmpty(List<Relation> relations) throws IOException, SQLException {
    for (Relation relation : relations) {
      if (catalogue.hasMoreRows(relation.name(), isSeeded(relation) ? 1 : 0)) {
        throw new StoreRefused(
            "This store is not empty: there are rows in " + relation.name() + ".",
            "Restore into a new folder or a new database; nothing here was touched.");
      }
    }
  }

  private boolean isSeeded(Relation relation) {
    String bare = relation.name().substring(relation.name().indexOf('.') + 1);
    return seeded.contains(relation.name()) || seeded.contains(bare);
  }

  private void fill(Manifest manifest, List<Relation> relations) throws IOException, SQLException {
    var triggers = Triggers.of(owner);
    triggers.disable();
    Backup.execute(owner, "SET CONSTRAINTS ALL DEFERRED");
    for (Relation relation : relations.reversed()) {
      if (isSeeded(relation)) {
        Backup.execute(owner, "DELETE FROM " + relation.name());
      }
    }
    for (Table table : manifest.tables()) {
      copy(table);
    }
    Backup.execute(owner, "SET CONSTRAINTS ALL IMMEDIATE");
    triggers.enable();
  }

  private void copy(Table table) throws IOException, SQLException {
    var digest = Sha256.fresh();
    long rows;
    try (var bytes = new DigestInputStream(BackupFile.open(zip, table.entry()), digest)) {
      rows =
          Backup.copyManager(owner)
              .copyIn(
                  "COPY "
                      + table.name()
                      + " ("
                      + Manifest.Column.list(table.columns())
                      + ") FROM STDIN (FORMAT binary)",
                  bytes);
    }
    if (rows != table.rows() || !Sha256.hex(digest.digest()).equals(table.sha256())) {
      throw new StoreRefused(
          "The rows of " + table.name() + " are not those that its manifest names.",
          "Use another backup. Nothing was kept of this one.");
    }
  }

  private void goOn(Sequence sequence) throws SQLException {
    try (var set = owner.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
      set.setString(1, sequence.name());
      set.setLong(2, sequence.lastValue());
      set.setBoolean(3, sequence.isCalled());
      set.execute();
    }
  }
}
