package org.aboveboard.server.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.policy.Level;
import org.junit.jupiter.api.Test;

/// A record comes back from its bytes as it was, and adds up to the bit.
final class RecordBytesTest {
  @Test
  void aRecordComesBackAsItWas() {
    for (long seed = 0; seed < 200; seed++) {
      Recorded record = record(new SplittableRandom(seed));
      Recorded again = RecordBytes.read(RecordBytes.write(record));
      assertThat(again).as("seed %d", seed).isEqualTo(record);
      assertThat(again.picks()).allMatch(Pick::addsUp);
    }
  }

  /// Picks over the same own actions, some of which have no term for one of them.
  private static Recorded record(SplittableRandom random) {
    int own = random.nextInt(40);
    List<Pick> picks = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      List<Term> terms = new ArrayList<>();
      for (int act = 0; act < own; act++) {
        if (random.nextInt(5) > 0) {
          terms.add(new Term(act * 3, (short) (1 + act % 3), random.nextDouble() - 0.3));
        }
      }
      List<Adjustment> adjustments =
          random.nextBoolean() ? List.of() : List.of(new Adjustment("popular", 12));
      picks.add(Pick.of(1000 + i, terms, adjustments));
    }
    return new Recorded(
        "0123456789abcdef0123456789abcdef",
        Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)),
        "home-row",
        Level.GENERAL,
        "d".repeat(64),
        random.nextLong(1000),
        random.nextLong(1000),
        200,
        0.25,
        "none",
        1,
        picks);
  }
}
