package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RowTest {
  @Test
  void itNeverPrintsWhatItHolds() {
    assertThat(Row.of(17, 4711)).hasToString("Row of 2");
  }

  @Test
  void itemsMustAscend() {
    assertThatThrownBy(() -> Row.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Row.of(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weightsMustBeSmallAndPositive() {
    assertThatThrownBy(() -> Row.of(new int[] {1}, new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Row.of(new int[] {1}, new int[] {Row.LARGEST_WEIGHT + 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Row.of(new int[] {1, 2}, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRowLessAnItemEqualsTheRowThatNeverHadIt() {
    Row row = Row.of(new int[] {1, 5, 9}, new int[] {1, 3, 1});
    assertThat(row.without(5)).isEqualTo(Row.of(1, 9)).hasSameHashCodeAs(Row.of(1, 9));
    assertThat(row.without(6)).isSameAs(row);
    assertThat(Row.of(3).without(3)).isEqualTo(Row.empty());
  }

  @Test
  void aPartOfARowKeepsItsWeights() {
    Row row = Row.of(new int[] {1, 5, 9}, new int[] {1, 3, 1});
    assertThat(row.where(place -> place > 0)).isEqualTo(Row.of(new int[] {5, 9}, new int[] {3, 1}));
    assertThat(row.where(place -> place == 2)).isEqualTo(Row.of(9));
    assertThat(row.where(_ -> false)).isEqualTo(Row.empty());
  }

  @Test
  void theDenseSizeFollowsFromMemory() {
    assertThat(Settings.largestFor(28L * 4000 * 4000)).isEqualTo(4000);
    assertThat(Settings.largestFor(0)).isEqualTo(1);
  }
}
