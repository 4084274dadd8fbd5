package org.aboveboard.fairness.quality;

import java.util.List;
import org.aboveboard.fairness.Sample;

/// The dried weight of plants of three kinds of care (Dobson, 1983), PlantGrowth in R.
final class Plants {
  static final Sample CONTROL =
      Sample.of(4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14);
  static final Sample ONE = Sample.of(4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69);
  static final Sample TWO = Sample.of(6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26);
  static final List<Sample> ALL = List.of(CONTROL, ONE, TWO);

  private Plants() {}
}
