package org.aboveboard.server.ledger;

import java.io.IOException;
import java.util.Optional;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.tile.Growth;
import org.aboveboard.ledger.tile.TileFolder;

/// Publishes the journal: its entries as tiles, and over them signed checkpoints.
///
/// Tiles are a function of the journal, so every node writes its own. Of two nodes that sign at
/// once, one moves the head in the database and the other sees that it was moved; only what the
/// head holds is shown. So there is never more than one root at one size, and a node that stops
/// between the two shows the same when it comes back.
final class Sequencer {
  private static final int CHUNK = 10_000;

  private final LedgerStore store;
  private final TileFolder folder;
  private final SignerKey key;
  private final Witnesses witnesses;
  private Optional<Growth> growth = Optional.empty();

  Sequencer(LedgerStore store, TileFolder folder, SignerKey key, Witnesses witnesses) {
    this.store = store;
    this.folder = folder;
    this.key = key;
    this.witnesses = witnesses;
  }

  /// What this node showed last.
  Optional<Published> shown() throws IOException {
    return folder.checkpoint().map(note -> Published.of(note, key.verifier()));
  }

  /// Shows all that the journal has by now; answers what is shown then.
  Published step() throws IOException {
    try {
      return advance();
    } catch (IOException | RuntimeException e) {
      growth = Optional.empty();
      throw e;
    }
  }

  private Published advance() throws IOException {
    Optional<Published> head = head();
    long size = store.size();
    if (head.isPresent() && head.get().size() >= size && witnesses.suffice(head.get().note())) {
      return show(head.get());
    }
    Checkpoint next = new Checkpoint(key.verifier().name(), size, grow(size));
    Published signed = new Published(next, key.sign(next.text()));
    if (!store.move(head, signed)) {
      return show(head().orElseThrow());
    }
    folder.land();
    Published cosigned = new Published(next, witnesses.cosign(signed, folder));
    boolean isNewer = cosigned.equals(signed) || store.move(Optional.of(signed), cosigned);
    return show(isNewer ? cosigned : head().orElseThrow());
  }

  private Optional<Published> head() {
    return store.published().map(text -> Published.of(text, key.verifier()));
  }

  private Published show(Published published) throws IOException {
    Optional<Published> before = shown();
    if (before.equals(Optional.of(published))) {
      return published;
    }
    if (before.isPresent() && before.get().size() > published.size()) {
      return before.get();
    }
    if (growth.isEmpty() || growth.get().size() <= published.size()) {
      requireRoot(published, grow(published.size()));
    }
    folder.publish(published.note());
    folder.dropPartials();
    return published;
  }

  /// Writes the tiles up to this size and answers the root there.
  private Hash grow(long size) throws IOException {
    Growth tree = growth();
    while (tree.size() < size) {
      for (Entry entry : store.entries(tree.size(), Math.min(size, tree.size() + CHUNK))) {
        tree.add(entry.bytes());
      }
    }
    return tree.cut();
  }

  private Growth growth() throws IOException {
    if (growth.isEmpty()) {
      long size = shown().map(Published::size).orElse(0L);
      growth = Optional.of(Growth.resume(folder, size, folder));
    }
    return growth.get();
  }

  private static void requireRoot(Published published, Hash root) {
    if (!published.checkpoint().root().equals(root)) {
      throw new LedgerFault(
          "The journal leads to another root at "
              + published.size()
              + " entries than was published.",
          "An entry was changed after it was published. Nothing more is published; ask an auditor.");
    }
  }
}
