package org.aboveboard.server;

import java.util.List;
import org.aboveboard.server.key.Epochs;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.key.Wrap;
import org.aboveboard.server.sql.StoreFault;
import org.aboveboard.server.subject.WrappedStore;

/// The beginning of epochs: made at the first start, and refused where those of this database are
/// elsewhere.
final class FirstEpoch {
  private FirstEpoch() {}

  static void ensure(Safe safe, WrappedStore rows) {
    Epochs epochs = safe.epochs();
    if (epochs.numbers().isEmpty()) {
      List<Integer> missing = rows.epochs().stream().filter(e -> e != Wrap.BEFORE).toList();
      if (!missing.isEmpty()) {
        throw new StoreFault(
            "The keys of epochs "
                + missing
                + " are not in this data folder, so nothing about the people in this database"
                + " could be read. Nothing was changed. Put the whole folder keys here, or let all"
                + " servers use the same one.");
      }
      epochs.first(rows.lastBefore().orElse(0));
    }
  }
}
