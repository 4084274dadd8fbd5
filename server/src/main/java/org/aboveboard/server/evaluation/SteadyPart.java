package org.aboveboard.server.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Dots;

/// The part of a report that says how much lists move when little changes.
record SteadyPart(Report report) {
  private static final Map<String, String> CHANGES = changes();

  private static Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("stability", "one act is taken back");
    changes.put("stability-person", "another person leaves");
    changes.put("stability-retraining", "fitted anew without a tenth of the people");
    changes.put("stability-successive", "fitted anew a tenth of the time later");
    return changes;
  }

  String html() {
    List<Dots.Line> lines = CHANGES.entrySet().stream().flatMap(one -> line(one).stream()).toList();
    return lines.isEmpty() ? "" : chart(lines).html();
  }

  private Optional<Dots.Line> line(Map.Entry<String, String> change) {
    return value(change.getKey())
        .map(value -> new Dots.Shown(change.getValue(), 0, value, value, value));
  }

  private Optional<Double> value(String figure) {
    return report.figures().stream()
        .filter(one -> one.figure().equals(figure))
        .findFirst()
        .flatMap(one -> one.value().value());
  }

  private Chart chart(List<Dots.Line> lines) {
    String answer =
        value("stability-retraining")
            .map(alike ->
                String.format(
                    Locale.ROOT,
                    "Fitted anew without a tenth of the people, the first 20 are alike to %.2f.",
                    alike))
            .orElse("How alike the first 20 are after each change.");
    return Chart.question("How much do lists move when little changes?")
        .answer(
            answer + " 1 is the same list, 0 is nothing in common; the first places count most.")
        .unit("rank-biased overlap, p = .9")
        .exact()
        .source(report.data().name() + ", the model “" + report.chosen() + "”")
        .dots(new Dots(lines, Optional.of(new Dots.Mark("the same list", 1))));
  }
}
