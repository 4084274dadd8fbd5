package org.aboveboard.server.web;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Draws a score as bars from "nothing known", one per own act.
///
/// The steps of the builder are types, so that a figure without its sentence or its unit does not
/// compile. A sum that does not add up is refused. Parts and total are rounded together by largest
/// remainder (Hamilton's method), so that what a reader adds by hand is what is printed; a part may
/// differ from its own rounding by one in the last digit.
public final class Bars {
  private static final int MOST = 5;
  private static final int WIDTH = 1000;
  private static final double SLACK = 1e-9;

  private Bars() {}

  /// Waits for the answer in words.
  public interface Asked {
    Answered answer(String sentence);
  }

  /// Waits for what the numbers count.
  public interface Answered {
    Measured unit(String unit);
  }

  /// Waits for the sum.
  public interface Measured {
    /// Draws `acts`, lists `adjustments`, and shows that they make the score.
    Figure add(List<Part> acts, List<Part> adjustments, double score);
  }

  public static Asked question(String question) {
    return sentence ->
        unit ->
            (acts, adjustments, score) ->
                draw(new Words(question, sentence, unit), acts, adjustments, score);
  }

  private record Words(String question, String sentence, String unit) {}

  private static Figure draw(Words words, List<Part> acts, List<Part> adjustments, double score) {
    refuseUnlessItAddsUp(acts, adjustments, score);
    List<Part> folded = fold(acts);
    List<Part> shown = Stream.concat(folded.stream(), adjustments.stream()).toList();
    int digits = digits(shown, score);
    List<Figure.Bar> parts = parts(shown, score, digits);
    List<Part> all = Stream.concat(acts.stream(), adjustments.stream()).toList();
    return new Figure(
        words.question(),
        words.sentence(),
        words.unit(),
        parts.subList(0, folded.size()),
        parts.subList(folded.size(), parts.size()),
        text(Math.round(score * Math.pow(10, digits)), digits, false),
        parts(all, score, digits));
  }

  private static void refuseUnlessItAddsUp(List<Part> acts, List<Part> rest, double score) {
    double sum = Stream.concat(acts.stream(), rest.stream()).mapToDouble(Part::value).sum();
    if (!(Math.abs(sum - score) <= SLACK * Math.max(1, Math.abs(score)))) {
      throw new IllegalArgumentException("the parts make " + sum + ", the score is " + score);
    }
  }

  private static List<Part> fold(List<Part> acts) {
    List<Part> sorted =
        acts.stream().sorted(Comparator.comparingDouble(t -> -Math.abs(t.value()))).toList();
    if (sorted.size() <= MOST + 1) {
      return sorted;
    }
    List<Part> folded = new ArrayList<>(sorted.subList(0, MOST));
    List<Part> small = sorted.subList(MOST, sorted.size());
    folded.add(
        Part.of(
            "The rest: " + small.size() + " small things",
            small.stream().mapToDouble(Part::value).sum()));
    return folded;
  }

  /// Three digits of the largest number, never fewer than a whole.
  private static int digits(List<Part> terms, double score) {
    double most = terms.stream().mapToDouble(t -> Math.abs(t.value())).max().orElse(0);
    double largest = Math.max(most, Math.abs(score));
    return largest == 0 ? 0 : Math.clamp((long) (2 - Math.floor(Math.log10(largest))), 0, 9);
  }

  private static List<Figure.Bar> parts(List<Part> terms, double score, int digits) {
    long[] rounded = together(terms, score, Math.pow(10, digits));
    double low = terms.stream().mapToDouble(t -> Math.max(0, -t.value())).max().orElse(0);
    double high = terms.stream().mapToDouble(t -> Math.max(0, t.value())).max().orElse(0);
    List<Figure.Bar> bars = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Part term = terms.get(i);
      String shape = rounded[i] > 0 ? "▲" : rounded[i] < 0 ? "▼" : "·";
      bars.add(
          new Figure.Bar(
              term.label(),
              svg(term.value(), low, high),
              shape,
              text(rounded[i], digits, true),
              term.control()));
    }
    return bars;
  }

  /// Rounds every part down, then hands the missing units to the largest remainders.
  static long[] together(List<Part> terms, double score, double scale) {
    long[] floors = terms.stream().mapToLong(t -> (long) Math.floor(t.value() * scale)).toArray();
    long missing = Math.round(score * scale);
    for (long floor : floors) {
      missing -= floor;
    }
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < floors.length; i++) {
      byRemainder.add(i);
    }
    byRemainder.sort(Comparator.comparingDouble(i -> floors[i] - terms.get(i).value() * scale));
    for (int i = 0; i < floors.length && missing > 0; i++, missing--) {
      floors[byRemainder.get(i)]++;
    }
    return floors;
  }

  private static String text(long units, int digits, boolean signed) {
    String plain =
        String.format(Locale.ROOT, "%." + digits + "f", Math.abs(units) / Math.pow(10, digits));
    return (units < 0 ? "−" : signed && units > 0 ? "+" : "") + plain;
  }

  private static RawString svg(double value, double low, double high) {
    double span = low + high == 0 ? 1 : low + high;
    double zero = WIDTH * low / span;
    double end = zero + WIDTH * value / span;
    return new RawString(
        String.format(
            Locale.ROOT,
            """
            <svg viewBox="-4 0 1008 20" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="%s" x="%.1f" y="2" width="%.1f" height="16"/>\
            <line class="zero" x1="%.1f" x2="%.1f" y1="0" y2="20"/></svg>\
            """,
            value < 0 ? "down" : "up",
            Math.min(zero, end),
            Math.abs(end - zero),
            zero,
            zero));
  }
}
