package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Floor FIVE = new Floor(5);

  @Test
  void aGroupSmallerThanTheFloorIsNeverShown() {
    for (long seed = 0; seed < 2_000; seed++) {
      var groups = groups(new SplittableRandom(seed));
      for (var shown : Comparison.of(groups, FIVE).shown()) {
        assertThat(shown.people()).as("seed " + seed).isGreaterThanOrEqualTo(5);
      }
    }
  }

  @Test
  void aTotalBesideTheGroupsGivesNoSmallGroupAway() {
    for (long seed = 0; seed < 2_000; seed++) {
      var groups = groups(new SplittableRandom(seed));
      var comparison = Comparison.of(groups, FIVE);
      int total = groups.values().stream().mapToInt(values -> values.length).sum();
      int shown = comparison.shown().stream().mapToInt(GroupMean.Shown::people).sum();
      boolean isAllShown = comparison.shown().size() == groups.size();
      assertThat(isAllShown || shown == 0 || total - shown >= 5).as("seed " + seed).isTrue();
    }
  }

  @Test
  void aGroupExactlyAsLargeAsTheFloorIsShown() {
    var comparison = Comparison.of(Map.of("a", new double[5], "b", new double[9]), FIVE);
    assertThat(comparison.shown()).extracting(GroupMean.Shown::people).containsExactly(5, 9);
  }

  @Test
  void theNextSmallestGroupHidesASingleSmallOne() {
    var comparison =
        Comparison.of(Map.of("a", new double[4], "b", new double[6], "c", new double[50]), FIVE);
    assertThat(comparison.groups().subList(0, 2))
        .containsExactly(new GroupMean.Withheld("a"), new GroupMean.Withheld("b"));
    assertThat(comparison.shown()).hasSize(1);
    assertThat(comparison.gap()).isEmpty();
  }

  @Test
  void meanErrorAndGapAreThoseOfTheTextbook() {
    var comparison =
        Comparison.of(
            Map.of("a", new double[] {2, 4, 4, 4, 5, 5, 7, 9}, "b", new double[] {1, 1, 1, 1, 1}),
            FIVE);
    var a = comparison.shown().getFirst();
    assertThat(a.mean()).isEqualTo(5);
    assertThat(a.error()).isCloseTo(Math.sqrt(32 / 7.0 / 8), within(1e-15));
    assertThat(comparison.shown().getLast().error()).isZero();
    assertThat(comparison.gap()).hasValue(4);
  }

  @Test
  void noGroupsGiveNoGap() {
    assertThat(Comparison.of(Map.of(), FIVE).gap()).isEmpty();
  }

  @Test
  void aFloorOfOneIsNoFloor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Floor(1));
  }

  private static Map<String, double[]> groups(SplittableRandom random) {
    var groups = new HashMap<String, double[]>();
    int count = random.nextInt(6);
    for (int group = 0; group < count; group++) {
      groups.put("g" + group, random.doubles(random.nextInt(15)).toArray());
    }
    return groups;
  }
}
