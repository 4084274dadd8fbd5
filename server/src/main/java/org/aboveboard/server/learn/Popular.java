package org.aboveboard.server.learn;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.aboveboard.models.Scored;

/// What most people did something with lately; names nobody and knows nobody.
public final class Popular {
  static final Popular NOTHING = new Popular(new int[0]);

  private final List<Scored> ranked;

  private Popular(int[] counts) {
    this.ranked =
        IntStream.range(0, counts.length)
            .filter(item -> counts[item] > 0)
            .mapToObj(item -> new Scored(item, counts[item]))
            .sorted(
                Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::item))
            .toList();
  }

  /// Counts the people who did something with each item since a day, over rows that may train.
  static Popular of(Collection<Learnable> rows, LocalDate since) {
    Counts counts = new Counts();
    rows.forEach(row -> row.since(since, counts::add));
    return new Popular(counts.people);
  }

  private static final class Counts {
    private int[] people = new int[1024];

    void add(int item) {
      if (item >= people.length) {
        people = Arrays.copyOf(people, Math.max(item + 1, 2 * people.length));
      }
      people[item]++;
    }
  }

  /// The first `n` allowed items; the score is how many people.
  public List<Scored> first(int n, IntPredicate allowed) {
    return ranked.stream().filter(scored -> allowed.test(scored.item())).limit(n).toList();
  }
}
