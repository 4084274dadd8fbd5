package org.aboveboard.fairness.noise;

/// The chance that a margin leaves out.
final class Margin {
  private Margin() {}

  static double outside(double chance) {
    if (!(chance > 0 && chance <= 0.999999)) {
      throw new IllegalArgumentException("a chance is above 0 and at most 0.999999, such as 0.95");
    }
    return 1 - chance;
  }
}
