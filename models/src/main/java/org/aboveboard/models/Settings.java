package org.aboveboard.models;

/// How the model is fitted: the ridge `lambda`, the output scale `xi` (0 is plain EASE), the most
/// items that are modelled densely, and the threads that dense work may use.
public record Settings(double lambda, double xi, int largest, int threads) {
  /// Bytes per cell of the square: the counts, the inverse, and two more copies of it while it is
  /// rebuilt.
  private static final long BYTES_PER_CELL = 28;

  /// Refuses what has no meaning.
  public Settings {
    if (!(lambda > 0 && Double.isFinite(lambda))) {
      throw new IllegalArgumentException("lambda must be above 0, not " + lambda);
    }
    if (!(xi >= 0 && xi <= 1)) {
      throw new IllegalArgumentException("xi must be from 0 to 1, not " + xi);
    }
    if (largest < 1 || threads < 1) {
      throw new IllegalArgumentException("largest and threads must be 1 or more");
    }
  }

  /// Plain EASE, on all processors, as large as half of this run time's memory allows.
  public static Settings of(double lambda) {
    var here = Runtime.getRuntime();
    return new Settings(lambda, 0, largestFor(here.maxMemory() / 2), here.availableProcessors());
  }

  /// The most items whose dense model, while it is rebuilt, fits into so many bytes.
  public static int largestFor(long bytes) {
    return Math.max(1, (int) Math.sqrt((double) bytes / BYTES_PER_CELL));
  }
}
