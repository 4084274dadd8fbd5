package org.aboveboard.server.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TiledTree;

/// Brings a journal back to what was published of it, where an old backup left it behind.
///
/// What was published stays published: the entries that are missing are put back from the tiles, so
/// that the next one gets the next index and the ledger does not fork. Their rows are lost.
final class Mending {
  private final LedgerStore store;
  private final TiledTree tree;
  private final Published shown;

  private Mending(LedgerStore store, TileFolder folder, Published shown) {
    this.store = store;
    this.tree = new TiledTree(folder, shown.size());
    this.shown = shown;
  }

  /// Holds the journal against what the folder shows; answers how many entries were put back.
  static long mend(LedgerStore store, TileFolder folder, Optional<Published> shown)
      throws IOException {
    folder.dropUnshown();
    return shown.isEmpty() ? 0 : new Mending(store, folder, shown.get()).mend();
  }

  private long mend() throws IOException {
    long size = store.size();
    long both = Math.min(size, shown.size());
    requireSame(both - 1);
    if (size >= shown.size()) {
      return 0;
    }
    List<Entry> missing = new ArrayList<>();
    for (long index = size; index < shown.size(); index++) {
      missing.add(entry(index, tree.entry(index)));
    }
    store.putBack(size, missing, shown);
    return missing.size();
  }

  /// Every entry commits under a nonce of its own, so where the last one that both have is the
  /// same, no other history lies before it.
  private void requireSame(long index) throws IOException {
    byte[] here =
        store.entries(index, index + 1).stream()
            .findFirst()
            .orElseThrow(() -> LedgerFault.missing(index))
            .bytes();
    if (!Arrays.equals(here, tree.entry(index))) {
      throw LedgerFault.another(index);
    }
  }

  private static Entry entry(long index, byte[] bytes) {
    return Entry.read(index, bytes)
        .orElseThrow(() ->
            new LedgerFault(
                "Entry " + index + " of the published tiles cannot be read.",
                "Put back a whole copy of the folder \"ledger\"."));
  }
}
