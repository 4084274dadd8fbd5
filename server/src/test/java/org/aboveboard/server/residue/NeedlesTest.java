package org.aboveboard.server.residue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What is there is found, wherever it stands and however it is broken; what is not there is not.
final class NeedlesTest {
  @Test
  void eachSecretIsFoundAtAnyPlaceWholeOrBroken() {
    for (long seed = 0; seed < 200; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      Needles needles = new Needles();
      byte[] plain = bytes(random, 32);
      byte[] written = bytes(random, 32);
      byte[] absent = bytes(random, 32);
      needles.add(1, plain);
      needles.digits(2, HexFormat.of().formatHex(written).getBytes(US_ASCII));
      needles.add(3, absent);
      ByteArrayOutputStream hay = new ByteArrayOutputStream();
      hay.writeBytes(bytes(random, random.nextInt(100)));
      hay.writeBytes(broken(plain, random.nextInt(9)));
      hay.writeBytes(bytes(random, random.nextInt(100)));
      byte[] digits = HexFormat.of().formatHex(written).getBytes(US_ASCII);
      hay.writeBytes(broken(digits, random.nextInt(9)));
      Set<Integer> found = new TreeSet<>();
      needles.search(MemorySegment.ofArray(hay.toByteArray()), (secret, _) -> found.add(secret));
      assertThat(found).as("seed %d", seed).containsExactly(1, 2);
    }
  }

  private static byte[] bytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /// As the database writes what it cannot shorten: a byte before each eight.
  private static byte[] broken(byte[] bytes, int first) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (i % 8 == first) {
        out.write(0);
      }
      out.write(bytes[i]);
    }
    return out.toByteArray();
  }
}
