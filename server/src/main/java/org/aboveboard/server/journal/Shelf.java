package org.aboveboard.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables that one kind of leaf is written to. Both methods run in the journal's transaction,
/// under its lock, so that what they read cannot change before what they write is durable.
public interface Shelf<L extends Leaf> {
  /// One verdict per leaf, in order: may it be written?
  List<Verdict> judge(Connection connection, List<L> leaves) throws SQLException;

  /// Writes the leaves; the first has journal index `first`, each next one more.
  void put(Connection connection, List<L> leaves, long first) throws SQLException;

  /// Whether a leaf may be written.
  enum Verdict {
    WRITE,
    /// It is there already.
    REPEATED,
    /// What its decision was based on has changed meanwhile.
    STALE
  }
}
