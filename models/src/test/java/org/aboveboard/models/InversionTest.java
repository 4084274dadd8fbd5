package org.aboveboard.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class InversionTest {
  private static final List<Kernel> KERNELS = List.of(new PlainKernel(), new VectorKernel());

  @Test
  void everyKernelAndThreadCountGivesTheBitsOfTheTextbookLoops() {
    for (int n : new int[] {1, 2, 15, 16, 17, 127, 128, 129, 200, 277}) {
      Cases.forAll(2, random -> isTextbook(matrix(random, n)));
    }
  }

  private static void isTextbook(double[][] a) {
    double[][] expected = textbook(a);
    for (Kernel kernel : KERNELS) {
      for (int threads : new int[] {1, 2, 4}) {
        assertThat(invert(a, kernel, threads)).isDeepEqualTo(expected);
      }
    }
  }

  private static double[][] invert(double[][] a, Kernel kernel, int threads) {
    Inversion.Lower lower = (i, row) -> System.arraycopy(a[i], 0, row, 0, i + 1);
    return Inversion.of(a.length, lower, kernel, threads);
  }

  @Test
  void theKernelsAgreeBitForBitOnEveryLoop() {
    Cases.forAll(
        20,
        random -> {
          int depth = random.nextInt(40);
          double[] x = numbers(random, 16 * 40);
          double[] y = numbers(random, 16 * 40);
          double[] c = numbers(random, 16 * 40);
          int[] counts = random.ints(depth, 0, 9).toArray();
          double[][] made = new double[2][];
          for (int k = 0; k < 2; k++) {
            made[k] = c.clone();
            var tile = new Slice(made[k], 32);
            KERNELS.get(k).add(tile, new Slice(x, 0), new Slice(y, 8), depth);
            KERNELS.get(k).subtract(tile, new Slice(y, 0), new Slice(x, 0), depth);
            KERNELS.get(k).solve(tile, new Slice(x, 16));
            KERNELS.get(k).multiply(counts, counts.length, x, made[k]);
            KERNELS.get(k).combine(made[k], y, new double[][] {x, y, x, c}, 0, 3, 3 + depth);
          }
          assertThat(made[1]).isEqualTo(made[0]);
        });
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    double[][] singular = {{1, 1}, {1, 1}};
    assertThatThrownBy(() -> invert(singular, new PlainKernel(), 1))
        .isInstanceOf(ArithmeticException.class);
  }

  private static double[] numbers(RandomGenerator random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static double[][] matrix(RandomGenerator random, int n) {
    double[][] a = new double[n][n];
    for (int row = 0; row < 2 * n; row++) {
      int[] items = random.ints(6, 0, n).toArray();
      for (int i : items) {
        for (int j : items) {
          a[i][j]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      a[i][i] += 3;
    }
    return a;
  }

  /// The three loops of the comment in [Inversion], as they stand there.
  private static double[][] textbook(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    double[][] x = new double[n][n];
    double[][] p = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double c = a[i][j];
        for (int k = 0; k < j; k++) {
          c = Math.fma(-l[i][k], l[j][k], c);
        }
        l[i][j] = i == j ? Math.sqrt(c) : c / l[j][j];
      }
    }
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double c = i == j ? 1 : 0;
        for (int k = j; k < i; k++) {
          c = Math.fma(-x[j][k], l[i][k], c);
        }
        x[j][i] = c / l[i][i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double c = 0;
        for (int k = Math.max(i, j); k < n; k++) {
          c = Math.fma(x[i][k], x[j][k], c);
        }
        p[i][j] = c;
      }
    }
    return p;
  }
}
