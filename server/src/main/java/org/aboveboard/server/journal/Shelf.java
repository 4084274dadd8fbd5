package org.aboveboard.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables that one kind of leaf is written to. The methods run in the journal's transaction,
/// under its lock, so that what they read cannot change before what they write is durable.
public interface Shelf<L extends Leaf> {
  /// One verdict per leaf, in order: may it be written?
  List<Verdict> judge(Connection connection, List<L> leaves) throws SQLException;

  /// Which count the leaves are numbered in.
  default Count count() {
    return Count.ENTRIES;
  }

  /// The leaves as they are committed to, now that nothing can come between them and what stands
  /// before.
  default List<L> follow(Connection connection, List<L> leaves) throws SQLException {
    return leaves;
  }

  /// Writes the leaves; the first has the number `first`, each next one more.
  void put(Connection connection, List<L> leaves, long first) throws SQLException;

  /// What the numbers of leaves count.
  enum Count {
    /// Each leaf has an entry of the journal, and its index.
    ENTRIES,
    /// Each leaf has a place among the decisions of its second, which have one entry together.
    DECISIONS
  }

  /// Whether a leaf may be written.
  enum Verdict {
    WRITE,
    /// It is there already.
    REPEATED,
    /// What its decision was based on has changed meanwhile.
    STALE
  }
}
