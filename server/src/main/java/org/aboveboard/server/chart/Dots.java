package org.aboveboard.server.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.aboveboard.server.web.Markup;

/// One line for each group: a dot where its value is, faded to both sides as far as it may be off,
/// and one line down all of them where they would be alike. What may not be shown says so.
///
/// @param even where all groups would be alike, and what that is called
public record Dots(List<Line> lines, Optional<Mark> even) {
  private static final int WIDTH = 1000;

  public Dots {
    lines = List.copyOf(lines);
  }

  /// A value that means something to compare with.
  public record Mark(String words, double value) {}

  /// One group.
  public sealed interface Line {
    String group();
  }

  /// A group that is shown.
  ///
  /// @param people how many it is of; nought where it is not of people
  public record Shown(String group, long people, double value, double low, double high)
      implements Line {
    public Shown {
      if (!(low <= value && value <= high && Double.isFinite(high - low))) {
        throw new IllegalArgumentException(value + " is not between " + low + " and " + high);
      }
    }
  }

  /// A group that is not, and why.
  public record Hidden(String group, String why) implements Line {}

  String drawing() {
    Scale scale = Scale.over(values(), 0, WIDTH);
    StringBuilder list = new StringBuilder("<ul class=\"bars dots\">");
    lines.forEach(line -> list.append(item(line, scale)));
    even.ifPresent(mark ->
        list.append("<li class=\"even\"><span class=\"label\">")
            .append(Markup.text(mark.words()))
            .append("</span><span class=\"drawn\">")
            .append(svg(scale, ""))
            .append("</span><span class=\"value\">")
            .append(Ink.value(mark.value()))
            .append("</span></li>"));
    return list.append("</ul>").toString();
  }

  private DoubleStream values() {
    return DoubleStream.concat(
        even.stream().mapToDouble(Mark::value),
        lines.stream()
            .flatMapToDouble(line ->
                switch (line) {
                  case Shown shown -> DoubleStream.of(shown.low(), shown.high());
                  case Hidden _ -> DoubleStream.empty();
                }));
  }

  private String item(Line line, Scale scale) {
    String label = "<li><span class=\"label\">" + Markup.text(line.group()) + "</span>";
    return label
        + switch (line) {
          case Shown shown ->
              "<span class=\"drawn\">"
                  + svg(scale, dot(shown, scale))
                  + "</span><span class=\"value\">"
                  + Ink.value(shown.value())
                  + "</span></li>";
          case Hidden hidden ->
              "<span class=\"drawn muted\">Not shown: "
                  + Markup.text(hidden.why())
                  + "</span><span class=\"value\"></span></li>";
        };
  }

  private static String dot(Shown shown, Scale scale) {
    double low = scale.at(shown.low());
    return "<rect class=\"faded\" x=\""
        + Ink.at(low)
        + "\" y=\"6\" width=\""
        + Ink.at(Math.max(2, scale.at(shown.high()) - low))
        + "\" height=\"8\"/><rect class=\"up\" x=\""
        + Ink.at(scale.at(shown.value()) - 5)
        + "\" y=\"2\" width=\"10\" height=\"16\"/>";
  }

  private String svg(Scale scale, String inside) {
    String line =
        even.map(mark -> Ink.at(scale.at(mark.value())))
            .map(x -> "<line class=\"zero\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"20\"/>")
            .orElse("");
    return "<svg viewBox=\"-4 0 1008 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        + line
        + inside
        + "</svg>";
  }

  List<String> heads(String unit) {
    return List.of("Group", "People", unit, "from", "to");
  }

  List<List<String>> table() {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(
          switch (line) {
            case Shown shown ->
                List.of(
                    shown.group(),
                    shown.people() == 0 ? "" : Ink.count(shown.people()),
                    Ink.value(shown.value()),
                    Ink.value(shown.low()),
                    Ink.value(shown.high()));
            case Hidden hidden -> List.of(hidden.group(), "", "not shown: " + hidden.why(), "", "");
          });
    }
    return rows;
  }
}
