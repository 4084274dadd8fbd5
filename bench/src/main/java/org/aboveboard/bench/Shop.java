package org.aboveboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.aboveboard.models.Learner;
import org.aboveboard.models.Row;
import org.aboveboard.models.Settings;

/// A made-up shop: three people for each item, some fifty items each, low numbers far more often.
final class Shop {
  static final double LAMBDA = 100;
  private static final int LONGEST = 50;
  private static final int PEOPLE_PER_ITEM = 3;

  private Shop() {}

  static List<Row> rows(int items) {
    var random = new SplittableRandom(items);
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(IntStream.range(0, items).toArray()));
    while (rows.size() < PEOPLE_PER_ITEM * items) {
      int[] own =
          random
              .doubles(LONGEST)
              .mapToInt(d -> (int) (items * d * d))
              .distinct()
              .sorted()
              .toArray();
      rows.add(Row.of(own));
    }
    return rows;
  }

  static Learner learner(List<Row> rows, int items, int threads) {
    var learner = new Learner(new Settings(LAMBDA, 0.3, items, threads));
    rows.forEach(row -> learner.replace(Row.empty(), row));
    learner.publish(0);
    return learner;
  }
}
