package org.aboveboard.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.aboveboard.models.Row;

/// What each act would weigh if one of the kinds of act were not learnt from, so that the worth of
/// each kind can be tried.
public final class Signals {
  private static final Signals NONE = new Signals(Map.of());

  private final SortedMap<String, List<int[]>> weights;

  private Signals(Map<String, List<int[]>> weights) {
    this.weights = new TreeMap<>(weights);
  }

  /// Of data that tell of one kind of act.
  public static Signals none() {
    return NONE;
  }

  /// @param weights for each signal, and each row that is learnt from, what each of its items
  ///   weighs without that signal; 0 where nothing is left
  public static Signals of(Map<String, List<int[]>> weights) {
    return new Signals(weights);
  }

  SortedSet<String> names() {
    return new TreeSet<>(weights.keySet());
  }

  /// What is left of the rows where a signal is not used.
  List<Row> without(String signal, List<Row> rows) {
    List<int[]> left = weights.getOrDefault(signal, List.of());
    List<Row> without = new ArrayList<>();
    for (int person = 0; person < rows.size(); person++) {
      without.add(weighed(rows.get(person), left.get(person)));
    }
    return without;
  }

  private static Row weighed(Row row, int... weights) {
    int[] places = IntStream.range(0, row.size()).filter(k -> weights[k] > 0).toArray();
    return Row.of(
        IntStream.of(places).map(row::item).toArray(),
        IntStream.of(places).map(k -> weights[k]).toArray());
  }
}
