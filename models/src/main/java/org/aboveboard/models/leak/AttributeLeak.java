package org.aboveboard.models.leak;

import java.util.List;
import java.util.random.RandomGenerator;
import org.aboveboard.models.Popularity;
import org.aboveboard.models.Ranker;
import org.aboveboard.models.Row;
import org.aboveboard.models.Scored;

/// How well an attribute of people is guessed from their lists, beside how well it is guessed from
/// popular items less what they have already.
///
/// The baseline is there because leaving out what somebody has gives it away, whoever ranks.
///
/// @param lists the attack on the ranker's lists
/// @param baseline the attack on the lists of popularity
public record AttributeLeak(Attack lists, Attack baseline) {
  /// Attacks lists of `k` items for people who are in the model; an own item is in none.
  ///
  /// @param rows what people have
  /// @param has whether they have the attribute
  public static AttributeLeak of(
      Ranker ranker,
      List<Row> rows,
      boolean[] has,
      int k,
      Attacker attacker,
      RandomGenerator random) {
    Ranker popular = Popularity.of(rows);
    return new AttributeLeak(
        attacker.attack(lists(ranker, rows, k), has, random),
        attacker.attack(lists(popular, rows, k), has, random));
  }

  /// What the ranker gives away beyond the baseline; below zero where it hides some of that.
  public double excess() {
    return lists.advantage() - baseline.advantage();
  }

  private static List<Row> lists(Ranker ranker, List<Row> rows, int k) {
    return rows.stream().map(row -> list(ranker, row, k)).toList();
  }

  private static Row list(Ranker ranker, Row row, int k) {
    return Row.of(
        ranker.recommend(row, k, item -> !row.has(item)).stream()
            .mapToInt(Scored::item)
            .sorted()
            .toArray());
  }
}
