package org.aboveboard.server.rights;

import java.util.Optional;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.subject.Statement;

/// That somebody was given a copy, ready to be written.
record DownloadRow(long subject, Statement statement) implements Leaf {
  DownloadRow after(Optional<Commitment> before) {
    return new DownloadRow(subject, statement.after(before));
  }

  @Override
  public Kind kind() {
    return Kind.DOWNLOAD;
  }

  @Override
  public Commitment commitment() {
    return statement.commitment();
  }

  @Override
  public String toString() {
    return "DownloadRow";
  }
}
