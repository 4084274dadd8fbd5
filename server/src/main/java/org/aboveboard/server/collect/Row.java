package org.aboveboard.server.collect;

import java.util.List;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.sql.Bytes;

/// What an arrival becomes in a table, ready to be written.
sealed interface Row extends Leaf permits EventRow, QuarantineRow {
  long subject();

  /// The last thing the subject had said when it was decided.
  long consentIndex();

  /// What a repetition of it is recognised by, whatever table holds it.
  Bytes message();

  /// The purposes it is about, by their declared numbers.
  List<Integer> purposes();
}
