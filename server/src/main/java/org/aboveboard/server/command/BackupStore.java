package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.aboveboard.server.journal.Head;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.postgres.Backup;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.subject.Subjects;
import org.aboveboard.server.subject.WrappedStore;

/// The store as backups see it: by its owner's connection.
record BackupStore(Opened opened) {
  /// Tables in which migrations leave a first row.
  private static final Set<String> SEEDED = Set.of("journal", "journal_head");

  Backup.Summary write(Path file) throws IOException, SQLException {
    try (Connection owner = Pools.owner(opened.store().address())) {
      return Backup.write(owner, file, Subjects::epochs);
    }
  }

  /// What came back.
  ///
  /// @param putBack how many entries that were published since the backup was made
  record Restored(Backup.Summary summary, long putBack) {}

  /// Fills the empty store, puts back what was published since, and notes in the journal that it
  /// was.
  Restored restore(Path file, Path ledger, InstantSource clock) throws IOException, SQLException {
    Backup.Summary summary;
    try (Connection owner = Pools.owner(opened.store().address())) {
      summary = Backup.restore(owner, file, SEEDED);
    }
    long putBack = Ledger.mend(ledger, opened.safe().keyring(), opened.pools());
    Instant now = clock.instant();
    opened
        .pools()
        .transact(
            Power.WRITE,
            handle -> {
              Connection connection = handle.getConnection();
              List<Mark> mark = List.of(Mark.of(Kind.RESTORE, summary.rows()));
              Head.append(connection, now, mark, Head.lock(connection));
              return mark;
            });
    new WrappedStore(opened.pools()).lastBefore().ifPresent(opened.safe().epochs()::bring);
    return new Restored(summary, putBack);
  }

  /// How many of the people who are back were erased since the backup was made.
  int erasedBefore(InstantSource clock) {
    return new SubjectStore(opened.pools(), opened.safe(), clock).erasedBefore().size();
  }

  /// Whether the root key opens what is here; an empty store opens with any.
  boolean isOpenedByRootKey(InstantSource clock) {
    SubjectStore subjects = new SubjectStore(opened.pools(), opened.safe(), clock);
    try {
      opened
          .pools()
          .use(
              Power.WRITE,
              handle ->
                  handle
                      .createQuery("select number, lookup, key from subject limit 1")
                      .map((row, _) ->
                          subjects.of(
                              row.getLong(1), Lookup.stored(row.getBytes(2)), row.getBytes(3)))
                      .list());
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
