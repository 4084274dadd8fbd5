package org.aboveboard.fairness.noise;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Counts as they may be published: with noise and paid for, or not at all.
public sealed interface Release {

  /// @param counts each with noise of its own, and so perhaps below 0: what is cut off there would
  ///   bend sums and means
  /// @param left the budget from now on, to be kept before the counts are shown
  record Published(NavigableMap<String, Long> counts, Noise noise, Budget left) implements Release {
    public Published {
      counts = Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
    }
  }

  /// The budget of the period is spent.
  record Refused(Budget unchanged) implements Release {}

  /// Publishes these counts at once. Their names must be fixed beforehand, with 0 where there is
  /// nobody: a name that is there only when somebody is there tells of them without any noise.
  static Release of(Map<String, Long> counts, Noise noise, Budget budget, RandomGenerator random) {
    return switch (budget.spend(noise.cost())) {
      case Spending.Refused(_, var unchanged) -> new Refused(unchanged);
      case Spending.Spent(var left) -> {
        var noisy = new TreeMap<>(counts);
        noisy.replaceAll((_, count) -> Math.addExact(count, noise.draw(random)));
        yield new Published(noisy, noise, left);
      }
    };
  }
}
