package org.aboveboard.server.web;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A cover drawn from a hue and a motif, for an item that has no picture of its own.
///
/// Ground, figure and ink of a hue come from one row of [#HUES]; the ink is at least 4.5:1 on the
/// ground, whatever theme the page has. The same numbers give the same bytes.
public final class Cover {
  static final List<Hue> HUES =
      List.of(
          new Hue("#1F3A5F", "#4F7CAC", "#F4E9CD"),
          new Hue("#E8D7B0", "#C2653B", "#2B2118"),
          new Hue("#23423A", "#6FA287", "#F3EFDD"),
          new Hue("#F0C9B4", "#8C3A3A", "#33181A"),
          new Hue("#3B2A4A", "#9B7EBD", "#F6ECDD"),
          new Hue("#D5E2DC", "#2F6B6B", "#16302F"),
          new Hue("#7A2E2A", "#D98B5F", "#FBEFD9"),
          new Hue("#F2E3A7", "#4A6B8A", "#1E2B38"),
          new Hue("#14474D", "#E0A458", "#FBF3E0"),
          new Hue("#DCD6E8", "#5B4B8A", "#241B3D"),
          new Hue("#2C2F33", "#B9A77C", "#F5F1E6"),
          new Hue("#C9DDEB", "#27548A", "#10253F"));

  private static final int WIDTH = 200;
  private static final int LINE = 15;

  private Cover() {}

  record Hue(String ground, String figure, String ink) {}

  /// A cover beside its title in words, so silent to those who hear the page.
  public static RawString quiet(int hue, int motif, String title, String by) {
    return draw("aria-hidden=\"true\"", hue, motif, title, by);
  }

  /// A cover that stands by itself and says whose it is.
  public static RawString named(int hue, int motif, String title, String by) {
    return draw(
        "role=\"img\" aria-label=\"Cover of " + Markup.text(title) + "\"", hue, motif, title, by);
  }

  /// The hue and motif of an item that has none: taken from its id, the same every time.
  public static RawString quiet(String id, String title, String by) {
    return quiet(id.hashCode(), Math.floorDiv(id.hashCode(), HUES.size()), title, by);
  }

  public static RawString named(String id, String title, String by) {
    return named(id.hashCode(), Math.floorDiv(id.hashCode(), HUES.size()), title, by);
  }

  private static RawString draw(String name, int hue, int motif, String title, String by) {
    Hue colours = HUES.get(Math.floorMod(hue, HUES.size()));
    List<Motif> motifs = List.of(Motif.values());
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"cover\" viewBox=\"0 0 200 300\" ").append(name).append('>');
    svg.append("<rect width=\"200\" height=\"300\" fill=\"")
        .append(colours.ground())
        .append("\"/>");
    svg.append("<g fill=\"").append(colours.figure()).append("\" stroke=\"");
    svg.append(colours.figure()).append("\" stroke-width=\"0\">");
    svg.append(motifs.get(Math.floorMod(motif, motifs.size())).shapes()).append("</g>");
    svg.append("<g fill=\"").append(colours.ink()).append("\">");
    title(svg, lines(title));
    text(svg, 18, 281, 14, cut(by, 22));
    return new RawString(svg.append("</g></svg>").toString());
  }

  private static void title(StringBuilder svg, List<String> lines) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    int most = lines.size() > 2 ? 21 : 27;
    int size = Math.clamp((WIDTH - 36) * 100L / Math.max(1, longest * 56), 15, most);
    int y = 22 + size;
    for (String line : lines) {
      text(svg, 18, y, size, line);
      y += size * 6 / 5;
    }
  }

  private static void text(StringBuilder svg, int x, int y, int size, String words) {
    svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" font-size=\"%d\">", x, y, size));
    svg.append(Markup.text(words)).append("</text>");
  }

  /// Words set in at most four lines; what does not fit is cut, for the title stands beside it too.
  static List<String> lines(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(cut(word, LINE + 3));
    }
    lines.add(line.toString());
    return lines.size() <= 4 ? lines : List.of(lines.get(0), lines.get(1), lines.get(2), "…");
  }

  private static String cut(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }
}
