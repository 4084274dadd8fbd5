package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.models.Ratings;
import org.aboveboard.models.Split;

/// Made-up people of two tastes, some of whom like much and some little.
final class People {
  private static final long SEED = 7;

  private People() {}

  static Split split(int people, int heldOut) {
    return Split.of(ratings(people), "made-up", heldOut, heldOut);
  }

  static Ratings ratings(int people) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> users = new ArrayList<>();
    List<Integer> items = new ArrayList<>();
    for (int user = 1; user <= people; user++) {
      int length = 8 + random.nextInt(20);
      for (int k = 0; k < length; k++) {
        users.add(Integer.toString(user));
        items.add(1 + random.nextInt(30) + (user % 2) * 20);
      }
    }
    double[] stars = users.stream().mapToDouble(_ -> 5).toArray();
    return Ratings.of(
        users.toArray(String[]::new), items.stream().mapToInt(i -> i).toArray(), stars);
  }
}
