package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;

/// A log that grows entry by entry and hands out the tiles that come to be.
///
/// A full tile goes to the sink as soon as its last entry is there, and its root becomes a hash of
/// the level above. What is partial goes there on [#cut], so that the log can be shown at that
/// size. It keeps no more than the right end of each level. After an exception it is of no use:
/// [#resume] anew.
public final class Growth {
  private final TileSink sink;
  private final Bundle bundle = new Bundle();
  private final List<Hashes> levels = new ArrayList<>();
  private long size;

  /// An empty log.
  public Growth(TileSink sink) {
    this.sink = sink;
  }

  /// A log that was cut at this size, as its tiles tell.
  public static Growth resume(TileSource tiles, long size, TileSink sink) throws IOException {
    var growth = new Growth(sink);
    growth.size = size;
    for (int level = 0; Tile.count(level, size) > 0; level++) {
      growth.levels.add(new Hashes());
      growth.reload(new Shelf(tiles), level);
    }
    return growth;
  }

  public long size() {
    return size;
  }

  public void add(byte[] entry) throws IOException {
    bundle.add(entry);
    size++;
    if (size % Tile.FULL == 0) {
      sink.put(new Tile(Tile.ENTRIES, size / Tile.FULL - 1, Tile.FULL), bundle.bytes());
      bundle.clear();
    }
    climb(0, Tree.leaf(entry));
  }

  /// Hands out the partial tiles of the size that is now reached, and gives its root.
  public Hash cut() throws IOException {
    if (size % Tile.FULL > 0) {
      sink.put(last(Tile.ENTRIES).orElseThrow(), bundle.bytes());
    }
    for (int level = 0; level < levels.size(); level++) {
      if (levels.get(level).width() > 0) {
        sink.put(last(level).orElseThrow(), levels.get(level).bytes());
      }
    }
    return root();
  }

  /// The root over all entries so far: the levels' right ends, folded from the lowest up.
  public Hash root() {
    var ends =
        levels.stream()
            .filter(level -> level.width() > 0)
            .map(level -> Peaks.of(level.bytes(), level.width()))
            .toList();
    return Peaks.fold(ends.stream().flatMap(List::stream).toList()).orElse(Tree.EMPTY);
  }

  private void climb(int level, Hash hash) throws IOException {
    if (level == levels.size()) {
      levels.add(new Hashes());
    }
    var hashes = levels.get(level);
    hashes.add(hash);
    if (hashes.width() == Tile.FULL) {
      var bytes = hashes.bytes();
      sink.put(new Tile(level, (Tile.count(level, size) - 1) / Tile.FULL, Tile.FULL), bytes);
      hashes.clear();
      climb(level + 1, Hashes.root(bytes, 0, Tile.FULL));
    }
  }

  private void reload(Shelf shelf, int level) throws IOException {
    var last = last(level);
    if (last.isPresent()) {
      var bytes = shelf.bytes(last.get());
      for (int i = 0; i < last.get().width(); i++) {
        levels.get(level).add(Hashes.at(bytes, i));
      }
    }
    if (level == 0 && last.isPresent()) {
      var name = last(Tile.ENTRIES).orElseThrow();
      Bundle.entries(name, shelf.bytes(name)).forEach(bundle::add);
    }
  }

  /// The partial tile at the right end of a level, or nothing where all its tiles are full.
  private Optional<Tile> last(int level) {
    return Tile.at(level, Tile.count(level, size) / Tile.FULL, size);
  }
}
