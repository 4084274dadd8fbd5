package org.aboveboard.fairness.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.fairness.Figure;
import org.junit.jupiter.api.Test;

class InfluenceTest {
  /// One account x = (1, 1) and λ = 1: XᵀX + I is (2 1; 1 2), P is (2 −1; −1 2)/3, p = (1, 1)/3 and
  /// h = 2/3. Who has item 1 is scored (1/3)/(2/3) = ½ for item 2. Without the account P is I, the
  /// score 0.
  @Test
  void aWorkedExample() {
    var influence = new Influence(-1 / 3.0, 2 / 3.0, 1 / 3.0, 1 / 3.0, 2 / 3.0);
    assertThat(influence.score()).isCloseTo(0.5, within(1e-15));
    assertThat(influence.scoreWithout()).isCloseTo(0, within(1e-15));
    assertThat(influence.onScore().known().orElseThrow()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void itIsWhatTrainingWithoutTheAccountGives() {
    for (long seed = 0; seed < 50; seed++) {
      var random = new SplittableRandom(seed);
      var rows = new double[8][4];
      for (var row : rows) {
        for (int item = 0; item < 4; item++) {
          row[item] = random.nextInt(2);
        }
      }
      var with = inverse(rows, -1);
      var without = inverse(rows, 0);
      var history = rows[3];
      var influence = influence(with, rows[0], history, 2);
      assertThat(influence.score())
          .as("seed " + seed)
          .isCloseTo(score(with, history), within(1e-12));
      assertThat(influence.scoreWithout())
          .as("seed " + seed)
          .isCloseTo(score(without, history), within(1e-12));
    }
  }

  @Test
  void whoAddsMostComesFirst() {
    var none = new Influence(-1, 2, 0, 0, 0);
    var some = new Influence(-1 / 3.0, 2 / 3.0, 1 / 3.0, 1 / 3.0, 2 / 3.0);
    assertThat(none.onScore()).isEqualTo(Figure.of(0));
    assertThat(Influence.ranked(List.of(none, some, none))).containsExactly(1, 0, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> new Influence(1, 1, 0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Influence(Double.NaN, 1, 0, 0, 0));
  }

  private static Influence influence(double[][] p, double[] account, double[] history, int item) {
    double along = 0;
    double historyTerm = 0;
    double leverage = 0;
    var term = new double[4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        term[i] += p[i][j] * account[j];
      }
    }
    for (int i = 0; i < 4; i++) {
      leverage += account[i] * term[i];
      along += i == item ? 0 : history[i] * p[i][item];
      historyTerm += i == item ? 0 : history[i] * term[i];
    }
    return new Influence(along, p[item][item], historyTerm, term[item], leverage);
  }

  private static double score(double[][] p, double[] history) {
    double score = 0;
    for (int i = 0; i < 4; i++) {
      score += i == 2 ? 0 : -history[i] * p[i][2] / p[2][2];
    }
    return score;
  }

  /// (XᵀX + I)⁻¹ without the row `left`, by Gauss and Jordan.
  private static double[][] inverse(double[][] rows, int left) {
    var a = new double[4][8];
    for (int i = 0; i < 4; i++) {
      a[i][i] = 1;
      a[i][4 + i] = 1;
      for (int j = 0; j < 4; j++) {
        for (int row = 0; row < rows.length; row++) {
          a[i][j] += row == left ? 0 : rows[row][i] * rows[row][j];
        }
      }
    }
    for (int pivot = 0; pivot < 4; pivot++) {
      double by = a[pivot][pivot];
      for (int j = 0; j < 8; j++) {
        a[pivot][j] /= by;
      }
      for (int i = 0; i < 4; i++) {
        double times = i == pivot ? 0 : a[i][pivot];
        for (int j = 0; j < 8; j++) {
          a[i][j] -= times * a[pivot][j];
        }
      }
    }
    var inverse = new double[4][4];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(a[i], 4, inverse[i], 0, 4);
    }
    return inverse;
  }
}
