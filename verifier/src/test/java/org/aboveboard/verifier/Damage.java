package org.aboveboard.verifier;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damage by chance.
final class Damage {
  private Damage() {}

  /// Some bytes flipped, replaced, inserted, dropped, doubled or swapped.
  static byte[] of(byte[] bytes, RandomGenerator random) {
    var changed = bytes;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(changed.length);
      int end = Math.min(changed.length, at + 1 + random.nextInt(8));
      changed =
          switch (random.nextInt(6)) {
            case 0, 1 -> replaced(changed, at, changed[at] ^ (1 << random.nextInt(8)));
            case 2 -> replaced(changed, at, "A/=+\n 09z".charAt(random.nextInt(9)));
            case 3 -> spliced(changed, at, end, new byte[0]);
            case 4 -> spliced(changed, at, at, Arrays.copyOfRange(changed, at, end));
            default -> replaced(changed, at, changed[random.nextInt(changed.length)]);
          };
    }
    return changed;
  }

  private static byte[] replaced(byte[] bytes, int at, int value) {
    return spliced(bytes, at, at + 1, new byte[] {(byte) value});
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
    var spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + instead.length);
    System.arraycopy(instead, 0, spliced, from, instead.length);
    System.arraycopy(bytes, to, spliced, from + instead.length, bytes.length - to);
    return spliced;
  }
}
