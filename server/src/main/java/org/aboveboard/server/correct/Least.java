package org.aboveboard.server.correct;

import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aboveboard.fairness.correct.DetConstSort;
import org.aboveboard.fairness.correct.FaIr;
import org.aboveboard.fairness.correct.Move;
import org.aboveboard.fairness.correct.Reranked;
import org.aboveboard.fairness.exposure.FaIrTable;
import org.aboveboard.fairness.exposure.Split;

/// The shares of the first places that groups have at least: for one group by FA*IR, for several by
/// DetConstSort.
record Least(Map<String, Double> shares) {
  private static final double ALPHA = 0.1;

  /// Tables are searched for, so each is made once; there are as many as lengths and shares.
  private static final Map<Asked, FaIrTable> TABLES = new ConcurrentHashMap<>();

  private record Asked(int places, double share) {
    FaIrTable table() {
      return FaIrTable.adjusted(places, share, ALPHA);
    }
  }

  Least {
    shares = Map.copyOf(shares);
  }

  Lines of(Lines lines, int n) {
    return lines.all().isEmpty() || n == 0 ? lines : lifted(lines, n);
  }

  private Lines lifted(Lines lines, int n) {
    Reranked after = reranked(lines, n);
    var first = after.items().stream().map(placed -> lifted(lines, placed)).toList();
    var taken = after.order();
    var rest = lines.all().stream().filter(line -> !taken.contains(line.item()));
    return new Lines(Stream.concat(first.stream(), rest).toList());
  }

  private Reranked reranked(Lines lines, int n) {
    int places = Math.min(n, lines.all().size());
    if (shares.size() == 1) {
      Entry<String, Double> one = shares.entrySet().iterator().next();
      FaIrTable table = TABLES.computeIfAbsent(new Asked(places, one.getValue()), Asked::table);
      return new FaIr(table, one.getKey()).rerank(lines.ranking());
    }
    return new DetConstSort(Split.of(shares)).rerank(lines.ranking(), places);
  }

  private static Line lifted(Lines lines, Reranked.Placed placed) {
    Line line = lines.of(placed.candidate().item());
    return switch (placed.move()) {
      case Move.Lifted(var rule, _, _) ->
          line.lifted(new Line.Lift(rule.id(), line.group(), placed.places()));
      case Move.Scored _, Move.GaveWay _, Move.Kept _ -> line;
    };
  }
}
