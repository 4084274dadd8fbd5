package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.util.Arrays;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;

/// The check of a whole log: everything that can be computed from its entries is computed again and
/// compared.
///
/// The entries are read bundle by bundle into a [Growth], which yields each hash tile as it must
/// be; narrower tiles that are kept must be beginnings of the wide ones. So a log of any size needs
/// little memory.
public final class Audit {
  private final TileSource tiles;
  private final long size;

  private Audit(TileSource tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /// What an audit found.
  public sealed interface Outcome {}

  /// All tiles are those of the entries, and this is the root over them.
  public record Clean(long size, Hash root) implements Outcome {}

  /// The first tile, in the order of the entries, that is not what it must be.
  public record Faulty(Tile tile, String reason) implements Outcome {}

  /// All tiles are those of the entries, but the checkpoint names another root than this.
  public record Forked(long size, Hash root) implements Outcome {}

  /// Rebuilds the tree that a checkpoint speaks of. Its signatures are for others to check.
  public static Outcome of(TileSource tiles, Checkpoint checkpoint) throws IOException {
    return switch (of(tiles, checkpoint.size())) {
      case Clean(var size, var root) when !root.equals(checkpoint.root()) -> new Forked(size, root);
      case Clean clean -> clean;
      case Faulty faulty -> faulty;
      case Forked forked -> forked;
    };
  }

  /// Rebuilds the tree of the first `size` entries.
  public static Outcome of(TileSource tiles, long size) throws IOException {
    try {
      return new Audit(tiles, size).rebuild();
    } catch (TileFault fault) {
      return new Faulty(fault.tile(), String.valueOf(fault.getMessage()));
    }
  }

  private Outcome rebuild() throws IOException {
    var growth = new Growth(this::compare);
    for (long index = 0; index * Tile.FULL < size; index++) {
      var name = Tile.at(Tile.ENTRIES, index, size).orElseThrow();
      for (var entry : Bundle.entries(name, kept(name))) {
        growth.add(entry);
      }
    }
    return new Clean(size, growth.cut());
  }

  private void compare(Tile tile, byte[] rebuilt) throws IOException {
    if (!tile.isEntries() && !Arrays.equals(kept(tile), rebuilt)) {
      throw new TileFault(tile, "is not what the entries hash to: " + where(tile, rebuilt));
    }
    for (var narrower : tiles.narrower(tile)) {
      var cut =
          tile.isEntries()
              ? Bundle.cut(narrower, rebuilt)
              : Arrays.copyOf(rebuilt, narrower.width() * Hash.LENGTH);
      if (!Arrays.equals(kept(narrower), cut)) {
        throw new TileFault(narrower, "is not the beginning of " + tile);
      }
    }
  }

  private byte[] kept(Tile tile) throws IOException {
    var exact = tiles.read(tile);
    return exact.isPresent() ? exact.get() : beginning(tile);
  }

  /// A partial tile may be gone once the full one is there.
  private byte[] beginning(Tile tile) throws IOException {
    return new Shelf(tiles).bytes(tile);
  }

  private String where(Tile tile, byte[] rebuilt) throws IOException {
    var kept = kept(tile);
    if (kept.length != rebuilt.length) {
      return "it has " + kept.length + " bytes where " + rebuilt.length + " belong";
    }
    int place = Arrays.mismatch(kept, rebuilt) / Hash.LENGTH;
    var bundle = Tile.at(Tile.ENTRIES, tile.index(), size).filter(_ -> tile.level() == 0);
    return "hash "
        + place
        + bundle.map(name -> " and that entry of " + name + " do not fit").orElse(" is another");
  }
}
