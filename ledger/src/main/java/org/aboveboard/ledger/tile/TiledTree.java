package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Consistency;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Tree;

/// The tree of a log at one size, read out of its tiles: for a proof, one or two of each level.
///
/// A subtree of 2^k leaves lies within one tile, that of level k/8 (rounded down), as 2^(k mod 8)
/// neighbouring hashes. The range of leaves of a tree is split as RFC 6962 splits it, and what is a
/// full subtree is taken from its tile. The tiles are not doubted: whoever does not trust them
/// checks the proof.
public final class TiledTree {
  private final Shelf shelf;
  private final long size;

  public TiledTree(TileSource tiles, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a size is 0 or more");
    }
    shelf = new Shelf(tiles);
    this.size = size;
  }

  public long size() {
    return size;
  }

  public Hash root() throws IOException {
    return size == 0 ? Tree.EMPTY : hash(0, size);
  }

  /// The proof that the leaf at this index is in the tree.
  public Inclusion inclusion(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("index " + index + " of " + size + " leaves");
    }
    var path = new ArrayList<Hash>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = middle(from, to);
      boolean isLeft = index < middle;
      path.add(isLeft ? hash(middle, to) : hash(from, middle));
      from = isLeft ? from : middle;
      to = isLeft ? middle : to;
    }
    return new Inclusion(index, size, path.reversed());
  }

  /// The proof that the tree of the first `before` leaves grew into this one.
  public Consistency consistency(long before) throws IOException {
    if (before < 1 || before > size) {
      throw new IllegalArgumentException("the first " + before + " of " + size + " leaves");
    }
    var path = new ArrayList<Hash>();
    long from = 0;
    long to = size;
    while (to != before) {
      long middle = middle(from, to);
      boolean isLeft = before <= middle;
      path.add(isLeft ? hash(middle, to) : hash(from, middle));
      from = isLeft ? from : middle;
      to = isLeft ? middle : to;
    }
    if (from > 0) {
      path.add(hash(from, to));
    }
    return new Consistency(before, size, path.reversed());
  }

  /// The hash of one leaf.
  public Hash leaf(long index) throws IOException {
    return hash(index, index + 1);
  }

  /// The bytes of one entry.
  public byte[] entry(long index) throws IOException {
    return bundle(index / Tile.FULL).get((int) (index % Tile.FULL));
  }

  /// The entries of one bundle, as many as the tree has of it.
  public List<byte[]> bundle(long index) throws IOException {
    var tile = Tile.at(Tile.ENTRIES, index, size).orElseThrow(IllegalArgumentException::new);
    return Bundle.entries(tile, shelf.bytes(tile));
  }

  private Hash hash(long from, long to) throws IOException {
    long count = to - from;
    if (Long.bitCount(count) == 1 && from % count == 0) {
      return subtree(from, Long.numberOfTrailingZeros(count));
    }
    long middle = middle(from, to);
    return Tree.node(hash(from, middle), hash(middle, to));
  }

  private Hash subtree(long from, int height) throws IOException {
    int level = height / 8;
    long first = from >> (8 * level);
    var tile = Tile.at(level, first / Tile.FULL, size).orElseThrow(IllegalArgumentException::new);
    return Hashes.root(shelf.bytes(tile), (int) (first % Tile.FULL), 1 << (height % 8));
  }

  private static long middle(long from, long to) {
    return from + Long.highestOneBit(to - from - 1);
  }
}
