package org.aboveboard.server.recommend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.models.Row;
import org.aboveboard.models.Snapshot;
import org.aboveboard.policy.Personal;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.collect.Act;
import org.aboveboard.server.correct.Line;
import org.aboveboard.server.declaration.InForce;

/// What a subject did, as the row the model multiplies: per item the strongest thing done with it.
@Personal
public final class Own {
  private final Row row;
  private final Map<Integer, Short> signals;

  private Own(Row row, Map<Integer, Short> signals) {
    this.row = row;
    this.signals = signals;
  }

  /// The row that these actions make.
  public static Own of(List<Act> acts, InForce inForce) {
    TreeMap<Integer, Signal> strongest = new TreeMap<>();
    for (Act act : acts) {
      strongest.merge(
          act.item().number(), act.signal(), (a, b) -> a.weight() >= b.weight() ? a : b);
    }
    Map<Integer, Short> signals = new TreeMap<>();
    strongest.forEach((item, signal) -> signals.put(item, inForce.number(signal)));
    Row row =
        Row.of(
            strongest.keySet().stream().mapToInt(Integer::intValue).toArray(),
            strongest.values().stream().mapToInt(Signal::weight).toArray());
    return new Own(row, signals);
  }

  public Row row() {
    return row;
  }

  boolean isKnownTo(Snapshot snapshot) {
    for (int k = 0; k < row.size(); k++) {
      if (snapshot.models(row.item(k))) {
        return true;
      }
    }
    return false;
  }

  /// An item with the exact terms of its score, and what was done to it after the model.
  Pick pick(Snapshot snapshot, Line line) {
    List<Term> terms =
        snapshot.contributions(row, line.item()).stream()
            .map(term ->
                new Term(term.own(), signals.getOrDefault(term.own(), (short) 0), term.value()))
            .toList();
    return Pick.of(line.item(), terms, line.steps().stream().map(Adjustment::of).toList());
  }

  @Override
  public String toString() {
    return "Own";
  }
}
