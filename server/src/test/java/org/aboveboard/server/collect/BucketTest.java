package org.aboveboard.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void aFullBucketLetsItsSizeThrough() {
    var bucket = new Bucket(10, 100, START);
    for (int i = 0; i < 100; i++) {
      assertThat(bucket.take(1, START)).isEmpty();
    }
    assertThat(bucket.take(1, START)).contains(Duration.ofMillis(100));
  }

  @Test
  void theWaitItNamesIsEnough() {
    var bucket = new Bucket(10, 100, START);
    assertThat(bucket.take(500, START)).as("larger than the bucket, yet possible").isEmpty();
    Duration wait = bucket.take(1, START).orElseThrow();
    assertThat(bucket.take(1, START.plus(wait).minusMillis(1))).isPresent();
    assertThat(bucket.take(1, START.plus(wait))).isEmpty();
  }

  @Test
  void aClockThatStepsBackFillsNothing() {
    var bucket = new Bucket(10, 1, START);
    assertThat(bucket.take(1, START)).isEmpty();
    assertThat(bucket.take(1, START.minusSeconds(3_600))).isPresent();
    assertThat(bucket.take(1, START.plusSeconds(1))).isEmpty();
  }

  @Test
  void overTimeNoMoreComesInThanTheRateAllows() {
    for (long seed = 0; seed < 50; seed++) {
      var chance = new SplittableRandom(seed);
      var bucket = new Bucket(20, 40, START);
      Instant now = START;
      long taken = 0;
      for (int i = 0; i < 1_000; i++) {
        now = now.plusMillis(chance.nextInt(40));
        taken += bucket.take(1, now).isEmpty() ? 1 : 0;
        double most = 40 + 20 * Duration.between(START, now).toMillis() / 1e3 + 1e-6;
        assertThat((double) taken).as("seed %d step %d", seed, i).isLessThanOrEqualTo(most);
      }
    }
  }

  @Test
  void keysDoNotShareABucket() {
    var rates = new Rates(1, 1);
    assertThat(rates.take("a", 1, START)).isEmpty();
    assertThat(rates.take("a", 1, START)).isPresent();
    assertThat(rates.take("b", 1, START)).isEmpty();
  }
}
