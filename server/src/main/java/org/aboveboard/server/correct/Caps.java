package org.aboveboard.server.correct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Of some categories a list has at most so many; what is over that is left out of it.
///
/// @param categories those of an item
record Caps(Map<String, Integer> most, IntFunction<List<String>> categories) {
  Caps {
    most = Map.copyOf(most);
  }

  Lines of(Lines lines) {
    Map<String, Integer> counts = new HashMap<>();
    List<Line> kept = new ArrayList<>();
    for (Line line : lines.all()) {
      List<String> capped =
          categories.apply(line.item()).stream().filter(most::containsKey).toList();
      if (capped.stream()
          .allMatch(one -> counts.getOrDefault(one, 0) < most.getOrDefault(one, 0))) {
        capped.forEach(one -> counts.merge(one, 1, Integer::sum));
        kept.add(line);
      }
    }
    return new Lines(kept);
  }
}
