package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CountsTest {
  @Test
  void theyAreThoseOfAPlainMapWhateverCameAndWent() {
    Cases.forAll(
        20,
        random -> {
          var counts = new Counts();
          Map<Integer, Integer> expected = new HashMap<>();
          int keys = 1 + random.nextInt(60);
          for (int step = 0; step < 2000; step++) {
            int key = (random.nextInt(keys) - keys / 2) * (step % 2 == 0 ? 1 : 1 << 20);
            int change = random.nextInt(5) - 2;
            counts.add(key, change);
            expected.merge(key, change, Integer::sum);
            expected.remove(key, 0);
          }
          Map<Integer, Integer> found = new HashMap<>();
          counts.forEach(found::put);
          assertThat(found).isEqualTo(expected);
          assertThat(counts.size()).isEqualTo(expected.size());
          expected.forEach((key, value) -> assertThat(counts.get(key)).isEqualTo(value));
        });
  }

  @Test
  void aSumThatAnIntegerCannotHoldIsRefused() {
    var counts = new Counts();
    counts.add(7, Integer.MAX_VALUE);
    assertThatThrownBy(() -> counts.add(7, 1)).isInstanceOf(ArithmeticException.class);
    assertThat(counts.get(7)).isEqualTo(Integer.MAX_VALUE);
  }
}
