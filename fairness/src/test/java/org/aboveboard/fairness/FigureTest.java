package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FigureTest {
  @Test
  void aFigureIsNeverNaN() {
    assertThatThrownBy(() -> Figure.of(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> Figure.of(1 / 0.0)).hasMessageContaining("finite");
    assertThat(Figure.ratio(0, 0)).isEqualTo(Figure.none(Figure.Why.SHARE_OF_NOTHING));
    assertThat(Figure.ratio(1, 4)).isEqualTo(Figure.of(0.25));
  }

  @Test
  void aMissingValueIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Sample.of(0.5, Double.NaN)).hasMessageContaining("value 1 is NaN");
  }

  @Test
  void nothingHasNoMeanAndOneValueNoSpread() {
    assertThat(Sample.of().mean()).isEqualTo(Figure.none(Figure.Why.NOTHING));
    assertThat(Sample.of(2).variance()).isEqualTo(Figure.none(Figure.Why.TOO_FEW));
    assertThat(Sample.of(1, 2, 3, 6).mean()).isEqualTo(Figure.of(3));
    assertThat(Sample.of(1, 3).variance()).isEqualTo(Figure.of(2));
  }
}
