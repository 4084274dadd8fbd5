package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.ItemKnn;
import org.aboveboard.models.LocalRidge;
import org.aboveboard.models.Protocol;
import org.aboveboard.models.Split;

/// Ways of ranking, compared on the same people; the one that guesses best for the people to choose
/// by is chosen, and told about by the people to report on.
///
/// @param placed all of them, in the order they ran
public record Contest(List<Placed> placed) {
  private static final List<Integer> NEIGHBOURS = List.of(20, 50, 100, 200);
  private static final List<Double> SCALES = List.of(0.3, 0.5);

  public Contest {
    placed = List.copyOf(placed);
  }

  /// One entrant and how it did.
  public record Placed(Entrant entrant, Protocol.Result result) {
    double chosenBy() {
      return result.validation().ndcg100();
    }
  }

  /// Runs popularity, neighbours, the linear model for every ridge, its best ridge with output
  /// scales, and on neighbourhoods alone.
  public static Contest run(Split split, List<Double> lambdas, Consumer<Placed> each) {
    List<Placed> placed = new ArrayList<>();
    Consumer<Entrant> enter =
        entrant -> {
          placed.add(new Placed(entrant, Evaluation.of(entrant.fit(split.rows()), split)));
          each.accept(placed.getLast());
        };
    enter.accept(new Entrant.Popular());
    NEIGHBOURS.forEach(k -> enter.accept(new Entrant.Near(new ItemKnn(k))));
    lambdas.forEach(lambda -> enter.accept(new Entrant.Dense(lambda, 0)));
    double best = bestRidge(placed);
    SCALES.forEach(xi -> enter.accept(new Entrant.Dense(best, xi)));
    NEIGHBOURS.stream()
        .skip(2)
        .forEach(m -> enter.accept(new Entrant.Near(LocalRidge.of(m, best))));
    return new Contest(placed);
  }

  private static double bestRidge(List<Placed> placed) {
    return placed.stream()
        .filter(one -> one.entrant() instanceof Entrant.Dense)
        .max(Comparator.comparingDouble(Placed::chosenBy))
        .map(one -> ((Entrant.Dense) one.entrant()).lambda())
        .orElse(1.0);
  }

  /// The first of those that did best on the people to choose by.
  public Placed chosen() {
    return placed.stream().max(Comparator.comparingDouble(Placed::chosenBy)).orElseThrow();
  }
}
