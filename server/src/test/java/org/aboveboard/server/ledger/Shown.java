package org.aboveboard.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.tile.Audit;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TileSource;
import org.aboveboard.ledger.tile.TiledTree;

/// All checkpoints that an outsider ever saw, of all nodes of one ledger.
public final class Shown {
  private final Map<Long, Hash> roots = new TreeMap<>();
  private final String told;

  /// @param told what is said of a failure
  public Shown(String told) {
    this.told = told;
  }

  /// How far it was shown.
  public synchronized long size() {
    return roots.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /// Looks at a folder as everybody sees it: whole, and never another root at a size seen before.
  void look(TileFolder folder) throws IOException {
    if (folder.checkpoint().isPresent()) {
      look(read(folder));
    }
  }

  /// Remembers a checkpoint that was shown.
  public synchronized void look(Checkpoint shown) {
    Hash before = roots.putIfAbsent(shown.size(), shown.root());
    assertThat(before == null ? shown.root() : before).as(told).isEqualTo(shown.root());
  }

  private Checkpoint read(TileFolder folder) throws IOException {
    return switch (Checkpoint.parse(folder.checkpoint().orElseThrow().text())) {
      case Checkpoint.Read(Checkpoint checkpoint) -> checkpoint;
      case Checkpoint.Unreadable(String reason) -> throw new AssertionError(reason + " " + told);
    };
  }

  /// Audits a folder, and holds it against the journal and every pair of checkpoints seen so far.
  void audit(TileFolder folder, List<Entry> journal) throws IOException {
    Checkpoint shown = read(folder);
    for (int level : List.of(Tile.ENTRIES, 0)) {
      Tile last = Tile.at(level, (shown.size() - 1) / Tile.FULL, shown.size()).orElseThrow();
      assertThat(folder.read(last)).as("%s of %s", last, told).isPresent();
    }
    audit(folder, shown, journal);
  }

  /// The same, as far as one checkpoint goes.
  public synchronized void audit(TileSource tiles, Checkpoint shown, List<Entry> journal)
      throws IOException {
    assertThat(Audit.of(tiles, shown))
        .as(told)
        .isEqualTo(new Audit.Clean(shown.size(), shown.root()));
    TiledTree tree = new TiledTree(tiles, shown.size());
    assertThat(journal).as(told).hasSizeGreaterThanOrEqualTo(Math.toIntExact(shown.size()));
    List<Hash> leaves = journal.stream().map(Entry::leaf).toList();
    for (long bundle = 0; bundle * Tile.FULL < shown.size(); bundle++) {
      int from = Math.toIntExact(bundle * Tile.FULL);
      List<Hash> kept = tree.bundle(bundle).stream().map(Tree::leaf).toList();
      assertThat(kept).as(told).isEqualTo(leaves.subList(from, from + kept.size()));
    }
    for (var from : roots.entrySet()) {
      // the same journal has all these roots, so each pair of them is consistent
      assertThat(Tree.root(leaves.subList(0, Math.toIntExact(from.getKey()))))
          .as("%d, %s", from.getKey(), told)
          .isEqualTo(from.getValue());
      if (from.getKey() <= shown.size()) {
        assertThat(tree.consistency(from.getKey()).verify(from.getValue(), shown.root()))
            .as("%d to %d, %s", from.getKey(), shown.size(), told)
            .isEqualTo(new Verdict.Verified());
      }
    }
  }
}
