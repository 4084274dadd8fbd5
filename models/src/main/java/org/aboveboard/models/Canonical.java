package org.aboveboard.models;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/// The weights fitted from the integers alone: the same bits on any machine, for any number of
/// threads and whatever came and went before.
public final class Canonical {
  private final Index index;
  private final double[][] inverse;
  private final Weights weights;
  private final Settings settings;

  private Canonical(Index index, double[][] inverse, Settings settings) {
    this.index = index;
    this.inverse = inverse;
    this.weights = new Weights(inverse, Terms.none(), settings);
    this.settings = settings;
  }

  /// Fits the counts of these items, ascending.
  static Canonical fit(Gram gram, int[] ascending, Settings settings, int threads) {
    return new Canonical(
        new Index(ascending), invert(gram, ascending, settings.lambda(), threads), settings);
  }

  static double[][] invert(Gram gram, int[] items, double lambda, int threads) {
    int[] from = Arrays.stream(items).map(gram::slot).toArray();
    Inversion.Lower ridged =
        (i, row) -> {
          for (int j = 0; j <= i; j++) {
            row[j] = gram.get(from[i], from[j]);
          }
          row[i] += lambda;
        };
    return Inversion.of(items.length, ridged, Kernel.best(), threads);
  }

  /// The items it holds, ascending.
  public int[] items() {
    return index.ascending();
  }

  /// What one unit of item `from` adds to the score of item `to`; zero where either is not
  /// modelled.
  public double weight(int from, int to) {
    int i = index.slot(from);
    int j = index.slot(to);
    return i < 0 || j < 0 ? 0 : weights.weight(i, j);
  }

  /// SHA-256 over all that the weights follow from, big-endian: lambda, xi, the number of items,
  /// the items, and the lower triangle of the inverse row by row.
  public byte[] digest() {
    MessageDigest digest = Sha256.begin();
    int n = inverse.length;
    var head = ByteBuffer.allocate(2 * Double.BYTES + Integer.BYTES * (n + 1));
    head.putDouble(settings.lambda()).putDouble(settings.xi()).putInt(n);
    for (int item : items()) {
      head.putInt(item);
    }
    digest.update(head.flip());
    var row = ByteBuffer.allocate(n * Double.BYTES).order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < n; i++) {
      row.clear().asDoubleBuffer().put(inverse[i], 0, i + 1);
      digest.update(row.limit((i + 1) * Double.BYTES));
    }
    return digest.digest();
  }

  Weights weights() {
    return weights;
  }
}
