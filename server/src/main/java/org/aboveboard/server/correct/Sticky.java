package org.aboveboard.server.correct;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.aboveboard.ledger.Hash;

/// Where a lottery puts a person, once and for all: a number from 0 to 1 that is as good as drawn,
/// the same each time, and unlike in another lottery. It needs no memory, so it forgets nobody.
final class Sticky {
  private static final double UNIT = 0x1p-53;
  private static final int SPARE_BITS = 11;

  private Sticky() {}

  static double of(long subject, String lottery) {
    byte[] name = lottery.getBytes(StandardCharsets.UTF_8);
    Hash ticket = Hash.sha256(ByteBuffer.allocate(Long.BYTES).putLong(subject).array(), name);
    return (ByteBuffer.wrap(ticket.bytes()).getLong() >>> SPARE_BITS) * UNIT;
  }
}
