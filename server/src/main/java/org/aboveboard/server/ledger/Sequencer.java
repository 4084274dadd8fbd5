package org.aboveboard.server.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.tile.Growth;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TiledTree;
import org.aboveboard.server.sql.Bytes;

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
  private final Consumer<Stage> reached;
  private Optional<Growth> growth = Optional.empty();
  private Optional<Bytes> last = Optional.empty();

  Sequencer(LedgerStore store, TileFolder folder, SignerKey key, Witnesses witnesses) {
    this(store, folder, key, witnesses, _ -> {});
  }

  Sequencer(
      LedgerStore store,
      TileFolder folder,
      SignerKey key,
      Witnesses witnesses,
      Consumer<Stage> reached) {
    this.store = store;
    this.folder = folder;
    this.key = key;
    this.witnesses = witnesses;
    this.reached = reached;
  }

  /// How far a step has come; a stop after any of them is made good by the next step, on any node.
  enum Stage {
    /// the tiles are written and a checkpoint over them is signed, and nobody knows it yet
    SIGNED,
    /// the head in the database holds it
    MOVED,
    /// the witnesses were asked
    ASKED,
    /// the head holds what they said
    COSIGNED
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
    requireAll(size);
    if (head.isPresent() && head.get().size() >= size && witnesses.suffice(head.get().note())) {
      return show(head.get());
    }
    Checkpoint next = new Checkpoint(key.verifier().name(), size, grow(size));
    // where only a quorum is awaited, nobody's cosignature that was shown is taken back
    Published signed =
        head.filter(before -> before.checkpoint().equals(next))
            .orElseGet(() -> new Published(next, key.sign(next.text())));
    reached.accept(Stage.SIGNED);
    if (!store.move(head, signed)) {
      return show(head().orElseThrow());
    }
    reached.accept(Stage.MOVED);
    folder.land();
    Published cosigned = new Published(next, witnesses.cosign(signed, folder));
    reached.accept(Stage.ASKED);
    boolean isNewer = cosigned.equals(signed) || store.move(Optional.of(signed), cosigned);
    reached.accept(Stage.COSIGNED);
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
    // whoever grew further and was overtaken cuts the tiles of the size that is shown
    growth = growth.filter(grown -> grown.size() <= published.size());
    requireRoot(published, grow(published.size()));
    folder.publish(published.note());
    folder.dropPartials();
    return published;
  }

  /// Writes the tiles up to this size and answers the root there.
  private Hash grow(long size) throws IOException {
    Growth tree = growth();
    while (tree.size() < size) {
      long from = tree.size();
      List<Entry> entries = store.entries(Math.max(0, from - 1), Math.min(size, from + CHUNK));
      requireContinued(entries, from);
      for (Entry entry : entries.subList(from == 0 ? 0 : 1, entries.size())) {
        tree.add(entry.bytes());
        last = Optional.of(Bytes.of(entry.bytes()));
      }
    }
    return tree.cut();
  }

  private Growth growth() throws IOException {
    if (growth.isEmpty()) {
      long size = shown().map(Published::size).orElse(0L);
      growth = Optional.of(Growth.resume(folder, size, folder));
      last =
          size == 0
              ? Optional.empty()
              : Optional.of(Bytes.of(new TiledTree(folder, size).entry(size - 1)));
    }
    return growth.get();
  }

  /// A database that was put back under a running server would else be published from the middle.
  private void requireAll(long size) throws IOException {
    long shown = shown().map(Published::size).orElse(0L);
    if (size < shown) {
      throw new LedgerFault(
          "The database has " + size + " entries, and " + shown + " are published.",
          "Stop the server and start it again: it puts the missing ones back.");
    }
  }

  /// The entries are those that follow what the tiles hold, the last of which comes first.
  private void requireContinued(List<Entry> entries, long from) {
    long index = Math.max(0, from - 1);
    for (Entry entry : entries) {
      if (entry.index() != index++) {
        throw LedgerFault.missing(index - 1);
      }
    }
    if (entries.size() < (from == 0 ? 1 : 2)) {
      throw LedgerFault.missing(index);
    }
    if (last.isPresent() && !last.get().equals(Bytes.of(entries.getFirst().bytes()))) {
      throw LedgerFault.another(from - 1);
    }
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
