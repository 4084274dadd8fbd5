package org.aboveboard.models.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.aboveboard.models.Row;

/// Somebody who knows the attribute of some people and guesses that of others from what is seen of
/// them: ridge regression on which items they have, either side weighing the same in all (Weinsberg
/// et al., "BlurMe: Inferring and Obfuscating User Gender Based on Ratings", 2012, attack
/// likewise).
///
/// Everybody is guessed once, from the people of the other folds; both sides are dealt evenly over
/// the folds by chance.
///
/// @param folds how many parts people are dealt into
/// @param ridge how strongly the weights of items are held at zero
public record Attacker(int folds, double ridge) {
  private static final int FOLDS = 10;
  private static final double RIDGE = 300;

  /// Refuses what has no meaning.
  public Attacker {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be 2 or more, not " + folds);
    }
    if (!(ridge > 0 && Double.isFinite(ridge))) {
      throw new IllegalArgumentException("ridge must be above 0, not " + ridge);
    }
  }

  /// Ten folds and the ridge that finds most in MovieLens 100K.
  public static Attacker usual() {
    return new Attacker(FOLDS, RIDGE);
  }

  /// Guesses from rows of items whether people have an attribute.
  public Attack attack(List<Row> seen, boolean[] has, RandomGenerator random) {
    if (seen.size() != has.length) {
      throw new IllegalArgumentException(
          seen.size() + " people but " + has.length + " attributes; give one for each");
    }
    int[] fold = deal(has, random);
    double[] guess = new double[has.length];
    for (int f = 0; f < folds; f++) {
      int out = f;
      int[] known = IntStream.range(0, has.length).filter(p -> fold[p] != out).toArray();
      var line = RidgeLine.fit(rows(seen, known), sides(has, known), ridge);
      IntStream.range(0, has.length)
          .filter(p -> fold[p] == out)
          .forEach(p -> guess[p] = line.at(seen.get(p)));
    }
    double[] with = side(guess, has, true);
    double[] without = side(guess, has, false);
    return new Attack(Auc.of(with, without), (above(with) + 1 - above(without)) / 2);
  }

  private int[] deal(boolean[] has, RandomGenerator random) {
    int[] fold = new int[has.length];
    for (boolean side : new boolean[] {true, false}) {
      List<Integer> people = new ArrayList<>();
      IntStream.range(0, has.length).filter(p -> has[p] == side).forEach(people::add);
      if (people.size() < folds) {
        throw new IllegalArgumentException(
            people.size()
                + (side ? " people have the attribute" : " people lack the attribute")
                + "; at least as many as folds, "
                + folds
                + ", must");
      }
      Collections.shuffle(people, Random.from(random));
      for (int k = 0; k < people.size(); k++) {
        fold[people.get(k)] = k % folds;
      }
    }
    return fold;
  }

  private static List<Row> rows(List<Row> seen, int[] people) {
    return IntStream.of(people).mapToObj(seen::get).toList();
  }

  private static boolean[] sides(boolean[] has, int[] people) {
    boolean[] sides = new boolean[people.length];
    for (int k = 0; k < people.length; k++) {
      sides[k] = has[people[k]];
    }
    return sides;
  }

  private static double[] side(double[] guess, boolean[] has, boolean side) {
    return IntStream.range(0, guess.length)
        .filter(p -> has[p] == side)
        .mapToDouble(p -> guess[p])
        .toArray();
  }

  private static double above(double[] guesses) {
    return IntStream.range(0, guesses.length).filter(k -> guesses[k] > 0).count()
        / (double) guesses.length;
  }
}
