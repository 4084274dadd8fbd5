package org.aboveboard.server.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.aboveboard.server.web.Markup;

/// Some values over the same time, to be compared: each has its own kind of line and its name at
/// its end, so that nobody needs to tell colours apart.
///
/// @param when the labels of the moments
/// @param mark a value that means something to compare with
public record Lines(List<String> when, List<Line> lines, Optional<Dots.Mark> mark) {
  private static final int RIGHT = 540;
  private static final int LEFT = 70;
  private static final int FOOT = 250;
  private static final int APART = 16;
  private static final int ROWS = 12;
  private static final List<String> KINDS = List.of("first", "second", "third");

  public Lines {
    when = List.copyOf(when);
    lines = List.copyOf(lines);
    int moments = when.size();
    if (moments == 0 || lines.isEmpty() || lines.size() > KINDS.size()) {
      throw new IllegalArgumentException("there are one to three lines, over some time");
    }
    if (lines.stream().anyMatch(line -> line.values().size() != moments)) {
      throw new IllegalArgumentException("each line has one value for each moment");
    }
  }

  /// One value over time.
  public record Line(String name, List<Double> values) {
    public Line {
      values = List.copyOf(values);
    }
  }

  String drawing() {
    Scale y = Scale.over(values(), FOOT, 12);
    StringBuilder svg =
        new StringBuilder("<svg class=\"plot\" viewBox=\"0 0 720 290\" role=\"img\"><title>");
    svg.append(Markup.text(lines.stream().map(Line::name).collect(Collectors.joining(", "))));
    svg.append("</title>");
    y.steps()
        .forEach(step ->
            svg.append(across("rule", y.at(step)))
                .append(text(LEFT - 8, y.at(step) + 5, "end", Ink.value(step))));
    mark.ifPresent(even ->
        svg.append(across("limit", y.at(even.value())))
            .append(text(LEFT + 4, y.at(even.value()) - 5, "start", even.words())));
    IntStream.range(0, lines.size()).forEach(k -> svg.append(line(k, y)));
    List<Double> ends = ends(y);
    IntStream.range(0, lines.size())
        .forEach(k -> svg.append(text(RIGHT + 8, ends.get(k) + 5, "start", lines.get(k).name())));
    svg.append(text(LEFT, FOOT + 22, "start", when.getFirst()));
    return svg.append(text(RIGHT, FOOT + 22, "end", when.getLast())).append("</svg>").toString();
  }

  private DoubleStream values() {
    return DoubleStream.concat(
        mark.stream().mapToDouble(Dots.Mark::value),
        lines.stream().flatMapToDouble(line -> line.values().stream().mapToDouble(v -> v)));
  }

  private String line(int k, Scale y) {
    List<Double> values = lines.get(k).values();
    String points =
        IntStream.range(0, values.size())
            .mapToObj(i -> Ink.at(x(i)) + "," + Ink.at(y.at(values.get(i))))
            .collect(Collectors.joining(" "));
    return "<polyline class=\"middle " + KINDS.get(k) + "\" points=\"" + points + "\"/>";
  }

  /// Where the names stand: at the ends of their lines, and not on one another.
  private List<Double> ends(Scale y) {
    List<Double> ends = new ArrayList<>();
    for (Line line : lines) {
      double wanted = y.at(line.values().getLast());
      double free = wanted;
      for (double taken : ends.stream().sorted().toList()) {
        free = Math.abs(taken - free) < APART ? taken + APART : free;
      }
      ends.add(free);
    }
    return ends;
  }

  private double x(int i) {
    return LEFT + (RIGHT - LEFT) * (when.size() < 2 ? 0 : (double) i / (when.size() - 1));
  }

  private static String across(String kind, double y) {
    String at = Ink.at(y);
    return "<line class=\""
        + kind
        + "\" x1=\""
        + LEFT
        + "\" x2=\""
        + RIGHT
        + "\" y1=\""
        + at
        + "\" y2=\""
        + at
        + "\"/>";
  }

  private static String text(double x, double y, String anchor, String words) {
    return "<text x=\""
        + Ink.at(x)
        + "\" y=\""
        + Ink.at(y)
        + "\" text-anchor=\""
        + anchor
        + "\">"
        + Markup.text(words)
        + "</text>";
  }

  List<String> heads() {
    List<String> heads = new ArrayList<>(List.of("When"));
    lines.forEach(line -> heads.add(line.name()));
    return heads;
  }

  /// A dozen moments at most, the first and the last among them: the rest is in the file.
  List<List<String>> table() {
    int step = Math.max(1, (when.size() - 1 + ROWS - 2) / (ROWS - 1));
    return IntStream.range(0, when.size())
        .filter(i -> i % step == 0 || i == when.size() - 1)
        .mapToObj(this::row)
        .toList();
  }

  private List<String> row(int i) {
    List<String> row = new ArrayList<>(List.of(when.get(i)));
    lines.forEach(line -> row.add(Ink.value(line.values().get(i))));
    return row;
  }
}
