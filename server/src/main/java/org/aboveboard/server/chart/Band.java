package org.aboveboard.server.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// One value over time, with the band in which the true one lies at every moment at once.
///
/// @param limit what the value may not cross, and what that is called
public record Band(List<Moment> moments, Optional<Dots.Mark> limit) {
  private static final int RIGHT = 690;
  private static final int LEFT = 70;
  private static final int FOOT = 250;

  public Band {
    moments = List.copyOf(moments);
  }

  /// @param when a label of the time
  public record Moment(String when, double low, double middle, double high) {}

  String drawing() {
    Scale y = Scale.over(values(), FOOT, 12);
    StringBuilder svg =
        new StringBuilder("<svg class=\"plot\" viewBox=\"0 0 720 290\" aria-hidden=\"true\">");
    y.steps()
        .forEach(step ->
            svg.append(Ink.across("rule", LEFT, RIGHT, y.at(step)))
                .append(Ink.label(LEFT - 8, y.at(step) + 5, Ink.Anchor.END, Ink.value(step))));
    svg.append("<polygon class=\"faded\" points=\"").append(outline(y)).append("\"/>");
    svg.append("<polyline class=\"middle\" points=\"");
    svg.append(path(Moment::middle, y, false)).append("\"/>");
    limit.ifPresent(mark ->
        svg.append(Ink.across("limit", LEFT, RIGHT, y.at(mark.value())))
            .append(Ink.label(LEFT + 4, y.at(mark.value()) - 5, Ink.Anchor.START, mark.words())));
    if (!moments.isEmpty()) {
      svg.append(Ink.label(LEFT, FOOT + 22, Ink.Anchor.START, moments.getFirst().when()));
      svg.append(Ink.label(RIGHT, FOOT + 22, Ink.Anchor.END, moments.getLast().when()));
    }
    return svg.append("</svg>").toString();
  }

  private DoubleStream values() {
    return DoubleStream.concat(
        limit.stream().mapToDouble(Dots.Mark::value),
        moments.stream().flatMapToDouble(moment -> DoubleStream.of(moment.low(), moment.high())));
  }

  private String outline(Scale y) {
    return path(Moment::low, y, false) + " " + path(Moment::high, y, true);
  }

  private String path(ToDoubleFunction<Moment> edge, Scale y, boolean isBackwards) {
    int last = moments.size() - 1;
    return IntStream.rangeClosed(0, last)
        .map(i -> isBackwards ? last - i : i)
        .mapToObj(i -> Ink.at(x(i)) + "," + Ink.at(y.at(edge.applyAsDouble(moments.get(i)))))
        .collect(Collectors.joining(" "));
  }

  private double x(int i) {
    return LEFT + (RIGHT - LEFT) * (moments.size() < 2 ? 0 : (double) i / (moments.size() - 1));
  }

  List<String> heads(String unit) {
    return List.of("When", "from", unit, "to");
  }

  List<List<String>> table() {
    return moments.stream()
        .map(m -> List.of(m.when(), Ink.value(m.low()), Ink.value(m.middle()), Ink.value(m.high())))
        .toList();
  }
}
