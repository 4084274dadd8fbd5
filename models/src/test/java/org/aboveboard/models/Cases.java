package org.aboveboard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Seeded cases; the seed of one that fails is its name.
final class Cases {
  private Cases() {}

  static void forAll(int cases, Consumer<RandomGenerator> property) {
    for (long seed = 0; seed < cases; seed++) {
      try {
        property.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
    }
  }

  /// A row of items below `catalogue`, low numbers far more often, with weights up to `heaviest`.
  static Row row(RandomGenerator random, int catalogue, int longest, int heaviest) {
    int[] items =
        random
            .doubles(1 + random.nextInt(longest))
            .mapToInt(d -> (int) (catalogue * d * d))
            .distinct()
            .sorted()
            .toArray();
    return Row.of(items, random.ints(items.length, 1, heaviest + 1).toArray());
  }

  static List<Row> rows(RandomGenerator random, int count, int catalogue, int longest) {
    List<Row> rows = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      rows.add(row(random, catalogue, longest, 1));
    }
    return rows;
  }

  static Learner learner(Settings settings, List<Row> rows) {
    var learner = new Learner(settings);
    rows.forEach(row -> learner.replace(Row.empty(), row));
    return learner;
  }
}
