package org.aboveboard.ledger.tile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of one piece of a log: up to 256 neighbouring hashes of one level of its tree, or the
/// entries themselves.
///
/// On level 0 stand the leaves' hashes; each hash above is the root of a full tile below, so a
/// level counts 256 times as much as the one under it. The entries are level [#ENTRIES]. A tile
/// narrower than [#FULL] is the right end of its level at some size of the log; its bytes are the
/// beginning of the full tile's.
///
/// @param index which tile of its level it is, from 0
/// @param width how many hashes or entries it holds, 1 to 256
public record Tile(int level, long index, int width) {
  /// The width of a full tile.
  public static final int FULL = 256;

  /// The level of the entries, below that of their hashes.
  public static final int ENTRIES = -1;

  /// The highest level that a log of 2^63 entries can have.
  static final int MAX_LEVEL = 7;

  private static final long MAX_INDEX = Long.MAX_VALUE / FULL;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/([0-7]|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    boolean isLevel = level >= ENTRIES && level <= MAX_LEVEL;
    boolean isWidth = width >= 1 && width <= FULL;
    if (!isLevel || index < 0 || index > MAX_INDEX || !isWidth) {
      throw new IllegalArgumentException("no tile has this level, index or width");
    }
  }

  /// The tile that a path names in the one way in which it is written.
  public static Optional<Tile> of(String path) {
    var match = PATH.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    var level = match.group(1);
    var index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
    int width = Optional.ofNullable(match.group(3)).map(Integer::parseInt).orElse(FULL);
    if (index > MAX_INDEX || width > FULL) {
      return Optional.empty();
    }
    var tile = new Tile(level.equals("entries") ? ENTRIES : Integer.parseInt(level), index, width);
    return Optional.of(tile).filter(read -> read.path().equals(path));
  }

  /// The tile at this place in a log of this size, as wide as the log makes it, or nothing where
  /// the log does not reach so far.
  public static Optional<Tile> at(int level, long index, long size) {
    long left = count(level, size) - index * FULL;
    return left <= 0
        ? Optional.empty()
        : Optional.of(new Tile(level, index, (int) Math.min(left, FULL)));
  }

  /// How many hashes, or entries, a log of this size has on a level.
  static long count(int level, long size) {
    return size >> (8 * Math.max(level, 0));
  }

  public boolean isFull() {
    return width == FULL;
  }

  public boolean isEntries() {
    return level == ENTRIES;
  }

  /// The same tile at another width.
  public Tile wide(int otherWidth) {
    return new Tile(level, index, otherWidth);
  }

  /// Where the tile is served and kept, below the log's prefix: `tile/0/x001/x234/067.p/5`.
  public String path() {
    var number = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return "tile/"
        + (isEntries() ? "entries" : level)
        + "/"
        + number
        + (isFull() ? "" : ".p/" + width);
  }

  @Override
  public String toString() {
    return path();
  }
}
