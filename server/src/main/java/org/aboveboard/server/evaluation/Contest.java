package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aboveboard.models.Evaluation;
import org.aboveboard.models.ItemKnn;
import org.aboveboard.models.LocalRidge;
import org.aboveboard.models.Protocol;
import org.aboveboard.models.Split;

/// Ways of ranking, compared on the same people; of those that can be served the one that guesses
/// best for the people to choose by is chosen, and told about by the people to report on.
///
/// @param placed all of them, in the order they ran
public record Contest(List<Placed> placed) {
  private static final List<Integer> NEIGHBOURS = List.of(20, 50, 100, 200);
  private static final List<Integer> NEAR = List.of(100, 200);
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
  /// scales, and on neighbourhoods alone; of a catalogue that is too large for all pairs of its
  /// items it tries every ridge on neighbourhoods instead.
  ///
  /// @param largest the most items of which all pairs fit into memory
  public static Contest run(Split split, List<Double> lambdas, int largest, Consumer<Placed> each) {
    Running running = new Running(split, new ArrayList<>(), each);
    running.enter(new Entrant.Popular());
    NEIGHBOURS.forEach(k -> running.enter(new Entrant.Near(new ItemKnn(k))));
    if (split.items().length > largest) {
      NEAR.forEach(m -> lambdas.forEach(lambda -> running.enter(local(m, lambda))));
    } else {
      lambdas.forEach(lambda -> running.enter(new Entrant.Dense(lambda, 0)));
      running
          .dense()
          .ifPresent(best -> {
            SCALES.forEach(xi -> running.enter(new Entrant.Dense(best.lambda(), xi)));
            NEAR.forEach(m -> running.enter(local(m, best.lambda())));
          });
    }
    return new Contest(running.placed());
  }

  private record Running(Split split, List<Placed> placed, Consumer<Placed> each) {
    void enter(Entrant entrant) {
      placed.add(new Placed(entrant, Evaluation.of(entrant.fit(split.rows()), split)));
      each.accept(placed.getLast());
    }

    Optional<Entrant.Dense> dense() {
      return new Contest(placed).dense();
    }
  }

  private static Entrant local(int neighbours, double lambda) {
    return new Entrant.Near(LocalRidge.of(neighbours, lambda));
  }

  /// The first of those that did best on the people to choose by, among those that can be served:
  /// over all pairs of items, or on neighbourhoods where there are too many for that. The others
  /// are there to be held against.
  public Placed chosen() {
    return best(of(Entrant.Dense.class)).or(() -> best(local())).orElseGet(placed::getFirst);
  }

  private List<Placed> of(Class<? extends Entrant> kind) {
    return placed.stream().filter(one -> kind.isInstance(one.entrant())).toList();
  }

  private List<Placed> local() {
    return placed.stream()
        .filter(one -> one.entrant() instanceof Entrant.Near(LocalRidge _))
        .toList();
  }

  /// The best of those over all pairs of items, by the same people.
  Optional<Entrant.Dense> dense() {
    return best(of(Entrant.Dense.class)).map(one -> (Entrant.Dense) one.entrant());
  }

  private static Optional<Placed> best(List<Placed> some) {
    return some.stream().max(Comparator.comparingDouble(Placed::chosenBy));
  }
}
