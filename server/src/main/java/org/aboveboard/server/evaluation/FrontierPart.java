package org.aboveboard.server.evaluation;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.chart.Scatter;
import org.aboveboard.server.web.Markup;

/// The part of a report that says what is given up for what, and names the choice made on each
/// curve.
record FrontierPart(Report report, String source) {
  private static final String NOT_TUNED =
      "The settings of the model were not varied: the catalogue is too large for all pairs of its"
          + " items.";

  String html() {
    StringBuilder body = new StringBuilder("<h1 id=\"frontier\">What is given up for what</h1><p>");
    body.append(
            Markup.text(
                "Each picture varies one thing and leaves the rest as it is. The filled dot is the"
                    + " choice made, a ring is another; a small ring is one that another beats in"
                    + " both measures."))
        .append("</p>");
    report.frontier().forEach(curve -> body.append(of(curve)));
    body.append(report.priced().isPresent() ? "" : "<p>" + Markup.text(NOT_TUNED) + "</p>");
    return body.toString();
  }

  private String of(Curve curve) {
    return curve.points().isEmpty() ? nothing(curve) : chart(curve).html();
  }

  private String question(Curve curve) {
    boolean isAlone =
        report.frontier().stream().filter(other -> other.of().equals(curve.of())).count() == 1;
    return "How does accuracy change with "
        + curve.of()
        + (isAlone ? "?" : ", against " + curve.across() + "?");
  }

  private String nothing(Curve curve) {
    return "<h2>"
        + Markup.text(question(curve))
        + "</h2><p>"
        + Markup.text("Not measured against " + curve.across() + ". " + curve.why())
        + "</p>";
  }

  private Chart chart(Curve curve) {
    return Chart.question(question(curve))
        .answer(choice(curve) + " " + curve.why() + " Tried with “" + curve.model() + "”.")
        .unit(curve.up())
        .exact()
        .source(source)
        .scatter(
            new Scatter(
                curve.across() + (curve.isLessBetter() ? " (less is better)" : " (more is better)"),
                curve.up(),
                curve.points().stream()
                    .map(point ->
                        new Scatter.Point(
                            point.setting(),
                            point.across(),
                            point.up(),
                            point.isChosen(),
                            !point.isOnFrontier()))
                    .toList(),
                Optional.empty()));
  }

  private static String choice(Curve curve) {
    return curve
        .chosen()
        .map(chosen -> choice(curve, chosen))
        .orElse("What is in use was not tried.");
  }

  private static String choice(Curve curve, Curve.Point chosen) {
    Curve.Point most =
        curve.points().stream().max(Comparator.comparingDouble(Curve.Point::up)).orElse(chosen);
    String best =
        most.up() > chosen.up()
            ? String.format(
                Locale.ROOT,
                " The most accurate tried, “%s”, reaches %.3f.",
                most.setting(),
                most.up())
            : " Nothing tried is more accurate.";
    return String.format(
            Locale.ROOT, "Chosen is “%s”: %s of %.3f.", chosen.setting(), curve.up(), chosen.up())
        + best
        + cheapest(curve, chosen)
        + (chosen.isOnFrontier() ? "" : beaten(curve, chosen));
  }

  /// Which ones are better in both, as far as this was measured.
  private static String beaten(Curve curve, Curve.Point chosen) {
    String by =
        curve.points().stream()
            .filter(point -> point.up() >= chosen.up() && !point.equals(chosen))
            .filter(point ->
                curve.isLessBetter()
                    ? point.across() <= chosen.across()
                    : point.across() >= chosen.across())
            .map(point -> "“" + point.setting() + "”")
            .collect(Collectors.joining(", "));
    return " On these data it is beaten in both by " + by + ".";
  }

  /// What the other end of the curve would cost.
  private static String cheapest(Curve curve, Curve.Point chosen) {
    Comparator<Curve.Point> byAcross = Comparator.comparingDouble(Curve.Point::across);
    Curve.Point least =
        curve.points().stream()
            .min(curve.isLessBetter() ? byAcross : byAcross.reversed())
            .orElse(chosen);
    if (least.equals(chosen) || least.up() >= chosen.up() || chosen.up() == 0) {
      return "";
    }
    String instead =
        isMeasured(curve)
            ? String.format(
                Locale.ROOT,
                ": %s is %.3f instead of %.3f",
                curve.across(),
                least.across(),
                chosen.across())
            : "";
    return String.format(
        Locale.ROOT,
        " With “%s” accuracy is %.0f %% less%s.",
        least.setting(),
        100 * (1 - least.up() / chosen.up()),
        instead);
  }

  /// Whether what is across was measured, and is not the setting itself.
  private static boolean isMeasured(Curve curve) {
    return curve.points().stream()
        .anyMatch(
            point -> !point.setting().contains(String.format(Locale.ROOT, "%.0f", point.across())));
  }
}
