package org.aboveboard.server.rights;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.subject.Statement;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Notes in the journal which copy of what is held somebody was given, by its digest.
public final class Downloads {
  /// What the sealed body is sealed as.
  public static final String THING = "download";

  private final Journal journal;
  private final SubjectStore subjects;
  private final DownloadShelf shelf = new DownloadShelf();

  Downloads(Journal journal, SubjectStore subjects) {
    this.journal = journal;
    this.subjects = subjects;
  }

  /// The index of the entry that says so; nothing for somebody who is not known.
  public OptionalLong note(String name, byte[] copy) {
    return subjects.find(name).stream()
        .map(subject -> journal.write(shelf, List.of(row(subject, copy))).getFirst())
        .flatMapToLong(placed ->
            switch (placed) {
              case Placed.At(long index) -> LongStream.of(index);
              case Placed.Repeated _, Placed.Stale _ -> LongStream.empty();
            })
        .findFirst();
  }

  private static DownloadRow row(Subject subject, byte[] copy) {
    byte[] body =
        Canonical.empty()
            .with("kind", Kind.DOWNLOAD.word())
            .with("bytes", copy.length)
            .with("sha256", Hash.sha256(copy).hex())
            .bytes();
    return new DownloadRow(subject.number(), Statement.of(subject, THING, body));
  }
}
