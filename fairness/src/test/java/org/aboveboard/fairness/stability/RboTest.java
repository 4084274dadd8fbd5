package org.aboveboard.fairness.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

final class RboTest {
  private static final Rbo RBO = new Rbo(.9);

  /// Agreement is 0 at one place, 2/2 at two, 2/3 at three and from there on: .1·(0 + .9·1 +
  /// .81·2/3) + .729·2/3 = .63.
  @Test
  void twoListsOfThree() {
    assertThat(RBO.of(new int[] {1, 2, 3}, new int[] {2, 1, 4}).known())
        .hasValueCloseTo(.63, within(1e-12));
  }

  @Test
  void unequalLengthsAreThoseOfTheInfiniteSum() {
    int[] three = {3, 1, 4};
    int[] seven = {1, 2, 3, 4, 5, 6, 7};
    assertThat(RBO.of(three, seven).known()).hasValueCloseTo(0.7021086428571421, within(1e-12));
    assertThat(RBO.of(seven, three)).isEqualTo(RBO.of(three, seven));
    for (long seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      var one = list(random);
      var other = list(random);
      assertThat(RBO.of(one, other).known())
          .as("seed " + seed)
          .hasValueCloseTo(infinite(one, other), within(1e-9));
    }
  }

  @Test
  void theSameIsOneAndNothingInCommonIsZero() {
    int[] list = {5, 3, 9};
    assertThat(RBO.of(list, list).known()).hasValueCloseTo(1.0, within(1e-12));
    assertThat(RBO.of(list, new int[] {1, 2}).known()).hasValue(0);
  }

  @Test
  void sensitivityIsTheMeanOverPeopleWithLists() {
    var before = List.of(new int[] {1, 2, 3}, new int[] {1, 2}, new int[] {});
    var after = List.of(new int[] {2, 1, 4}, new int[] {1, 2}, new int[] {7});
    assertThat(RBO.rls(before, after).known()).hasValueCloseTo((.63 + 1) / 2, within(1e-12));
    assertThat(RBO.rls(List.of(), List.of())).isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  @Test
  void doubledItemsAndMissingListsAreRefused() {
    assertThatThrownBy(() -> RBO.of(new int[] {1, 1}, new int[] {1, 2}))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> RBO.rls(List.of(), List.of(new int[] {1})))
        .hasMessageContaining("a list before and a list after");
    assertThatThrownBy(() -> new Rbo(1)).hasMessageContaining(".9");
    assertThat(RBO.of(new int[] {}, new int[] {1})).isEqualTo(Figure.none(Figure.Why.NOTHING));
  }

  private static int[] list(SplittableRandom random) {
    return random.ints(0, 12).distinct().limit(1 + random.nextInt(10)).toArray();
  }

  /// The definition: (1 − p) Σ p^(d−1)·agreement, with the agreement that is assumed where a list
  /// has ended.
  private static double infinite(int[] one, int[] other) {
    int s = Math.min(one.length, other.length);
    int l = Math.max(one.length, other.length);
    double sum = 0;
    for (int d = 1; d <= 400; d++) {
      double known = common(one, other, Math.min(d, l));
      double ended = common(one, other, s);
      double agreement =
          d <= s
              ? known / d
              : d <= l ? (known + ended * (d - s) / s) / d : (known - ended) / l + ended / s;
      sum += .1 * Math.pow(.9, d - 1) * agreement;
    }
    return sum;
  }

  private static double common(int[] one, int[] other, int d) {
    return IntStream.of(one)
        .limit(d)
        .filter(item -> IntStream.of(other).limit(d).anyMatch(o -> o == item))
        .count();
  }
}
