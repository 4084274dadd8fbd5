package org.aboveboard.ledger.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The bytes of up to 256 entries, one after the other, each behind its length in two bytes.
final class Bundle {
  /// The longest entry that its length can tell.
  static final int MAX_ENTRY = 0xffff;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte[] entry) {
    if (entry.length > MAX_ENTRY) {
      throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY + " bytes");
    }
    bytes.write(entry.length >> 8);
    bytes.write(entry.length);
    bytes.writeBytes(entry);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  void clear() {
    bytes.reset();
  }

  /// The entries of a bundle, which has exactly as many as its name says.
  static List<byte[]> entries(Tile tile, byte[] bytes) throws TileFault {
    var in = ByteBuffer.wrap(bytes);
    var entries = take(tile, in);
    if (in.hasRemaining()) {
      throw new TileFault(tile, "has " + in.remaining() + " bytes after its last entry");
    }
    return entries;
  }

  /// The beginning of wider bytes that is the bundle of this name.
  static byte[] cut(Tile tile, byte[] wider) throws TileFault {
    var in = ByteBuffer.wrap(wider);
    take(tile, in);
    var cut = new byte[in.position()];
    in.get(0, cut);
    return cut;
  }

  private static List<byte[]> take(Tile tile, ByteBuffer in) throws TileFault {
    var entries = new ArrayList<byte[]>(tile.width());
    for (int i = 0; i < tile.width(); i++) {
      if (in.remaining() < 2
          || in.remaining() - 2 < Short.toUnsignedInt(in.getShort(in.position()))) {
        throw new TileFault(tile, "ends within entry " + (tile.index() * Tile.FULL + i));
      }
      var entry = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
