package org.aboveboard.server.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.models.Row;
import org.aboveboard.models.Split;
import org.aboveboard.server.evaluation.Ages;
import org.aboveboard.server.load.Ratings;

/// When each rating that is learnt from was given.
final class DaysOfRatings {
  private DaysOfRatings() {}

  /// The days of what a split learns from; nothing where one of the ratings has none.
  static Optional<Ages> of(Ratings ratings, Split split) {
    Map<String, Map<Integer, Integer>> days = new HashMap<>();
    split.trained().forEach(user -> days.put(user, new HashMap<>()));
    for (int k = 0; k < ratings.size(); k++) {
      Optional<Map<Integer, Integer>> of =
          Optional.ofNullable(days.get(Long.toString(ratings.user(k))));
      if (of.isPresent()) {
        if (ratings.day(k).isEmpty()) {
          return Optional.empty();
        }
        of.get().merge((int) ratings.item(k), ratings.day(k).getAsInt(), Math::max);
      }
    }
    List<int[]> each = new ArrayList<>();
    for (int person = 0; person < split.trained().size(); person++) {
      Row row = split.rows().get(person);
      Map<Integer, Integer> of = days.getOrDefault(split.trained().get(person), Map.of());
      each.add(row.stream().map(item -> of.getOrDefault(item, 0)).toArray());
    }
    return Optional.of(Ages.of(each));
  }
}
