package org.aboveboard.models;

import java.util.List;
import java.util.function.Function;
import org.aboveboard.models.Protocol.Result;
import org.aboveboard.models.Protocol.Served;

/// How well a ranker guesses what was held out, person by person.
///
/// All items that the ranker knows and the person was not told compete: none are sampled, which
/// would change who wins (Krichene and Rendle, "On Sampled Metrics for Item Recommendation", 2020).
public final class Evaluation {
  private static final int LONGEST = 100;

  private Evaluation() {}

  /// Evaluates on both halves of a split.
  public static Result of(Ranker ranker, Split split) {
    return of(split, told -> ranked(ranker, told));
  }

  /// Each person's list of at most 100 items with its figures, in the order of the people.
  public static List<Served> of(Ranker ranker, List<Split.Holdout> people) {
    return serve(people, told -> ranked(ranker, told));
  }

  /// The mean over people; refuses nobody.
  public static Figures mean(List<Served> people) {
    if (people.isEmpty()) {
      throw new IllegalArgumentException("nobody was evaluated; hold somebody out");
    }
    return Figures.mean(people.stream().map(Served::figures).toList());
  }

  static Result of(Split split, Function<Row, List<Integer>> ranked) {
    List<Served> validation = serve(split.validation(), ranked);
    List<Served> test = serve(split.test(), ranked);
    return new Result(mean(validation), mean(test), validation, test);
  }

  private static List<Integer> ranked(Ranker ranker, Row told) {
    return ranker.recommend(told, LONGEST, item -> !told.has(item)).stream()
        .map(Scored::item)
        .toList();
  }

  private static List<Served> serve(
      List<Split.Holdout> people, Function<Row, List<Integer>> ranked) {
    return people.stream()
        .map(person -> {
          List<Integer> list = ranked.apply(person.told());
          return new Served(person.user(), list, Figures.of(list, person.heldOut()));
        })
        .toList();
  }
}
