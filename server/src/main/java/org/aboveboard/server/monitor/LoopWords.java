package org.aboveboard.server.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.drift.PopulationStability;
import org.aboveboard.fairness.loop.Indicator;
import org.aboveboard.fairness.loop.Loop;
import org.aboveboard.fairness.loop.Trend;
import org.aboveboard.server.monitor.LoopStore.Line;

/// The figures of a surface's days in words.
///
/// @param lines in the order of their days
record LoopWords(List<Line> lines) {
  LoopWords {
    lines = List.copyOf(lines);
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (lines.isEmpty()) {
      return List.of(
          "Nothing to tell yet: a day is measured once it is over, of "
              + Watched.SMALLEST
              + " people or more.");
    }
    for (Indicator indicator : Indicator.values()) {
      sentences.add(slope(indicator));
    }
    caused().ifPresent(sentences::add);
    repetition().ifPresent(sentences::add);
    drift().ifPresent(sentences::add);
    askedAgain().ifPresent(sentences::add);
    return sentences;
  }

  private String slope(Indicator indicator) {
    Loop personal = loop("personal");
    boolean isHeld = lines.stream().anyMatch(line -> line.whose().equals("holdout"));
    Trend trend =
        isHeld
            ? personal.trend(indicator, loop("holdout"))
            : personal.trend(indicator).less(loop("unasked").trend(indicator));
    String against =
        isHeld
            ? "than for people held out by chance"
            : "than for people of whom nothing is used, who are not drawn by chance";
    return words(indicator)
        + ": "
        + switch (trend.slope()) {
          case Figure.None(Figure.Why why) -> "not told, " + why.words() + ".";
          case Figure.Value(double slope) ->
              "each day "
                  + number(Math.abs(slope))
                  + (slope < 0 ? " less " : " more ")
                  + against
                  + " (likely from "
                  + number(trend.low().known().orElse(slope))
                  + " to "
                  + number(trend.high().known().orElse(slope))
                  + ").";
        };
  }

  private static String words(Indicator indicator) {
    return switch (indicator) {
      case GINI -> "How unequally items are shown, from 0 to 1";
      case POPULARITY -> "How many people did something with what is shown";
      case COVERAGE -> "The share of all items that is shown to anybody";
      case CATEGORY_ENTROPY -> "How many categories a person sees, in bits";
      case HOMOGENISATION -> "How much two people’s lists have in common, from 0 to 1";
    };
  }

  /// Day by day, with the days of which nothing is known.
  private Loop loop(String whose) {
    List<Map<Indicator, Figure>> days = new ArrayList<>();
    LocalDate last = lines.getLast().day();
    for (LocalDate day = lines.getFirst().day(); !day.isAfter(last); day = day.plusDays(1)) {
      days.add(of(day, whose));
    }
    return new Loop(days);
  }

  private Map<Indicator, Figure> of(LocalDate day, String whose) {
    Map<Indicator, Figure> figures = new EnumMap<>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      lines.stream()
          .filter(line -> line.day().equals(day) && line.whose().equals(whose))
          .filter(line -> line.figure().equals(indicator.name()))
          .findFirst()
          .ifPresent(line -> figures.put(indicator, Figure.of(line.value())));
    }
    return figures;
  }

  private OptionalDouble latest(String figure) {
    return lines.reversed().stream()
        .filter(line -> line.figure().equals(figure))
        .mapToDouble(Line::value)
        .findFirst();
  }

  private Optional<String> caused() {
    OptionalDouble caused = latest("CAUSED");
    return caused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Loops.percent(caused.getAsDouble())
                + " of what was done on the last day was done with something that was shown here that day or before.");
  }

  private Optional<String> repetition() {
    OptionalDouble half = latest("REPEATED_HALF");
    return half.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Within 30 days the same thing is shown to the same person at most "
                + number(half.getAsDouble())
                + " times in half of the cases, and "
                + number(latest("REPEATED_95").orElse(0))
                + " times in 95 of 100.");
  }

  private Optional<String> drift() {
    OptionalDouble index = latest("PSI");
    return index.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Against the week before, how popular what is shown is differs by an index (PSI) of "
                + number(index.getAsDouble())
                + "; chance alone stays below "
                + number(latest("PSI_NULL").orElse(0))
                + " 19 times of 20, and folk call "
                + number(PopulationStability.FOLK_MUCH)
                + " much. The largest distance (KS) is "
                + number(latest("KS").orElse(0))
                + ", the categories differ by "
                + number(latest("JS").orElse(0))
                + " of 1 bit. These are for one look, and raise no alarm.");
  }

  private Optional<String> askedAgain() {
    OptionalDouble again = latest("ASKED_AGAIN");
    return again.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "For each no that somebody said, somebody who had said no answered a question again "
                + number(again.getAsDouble())
                + " times; how often a question was only shown is not kept. After "
                + Loops.percent(latest("HONOURED").orElse(1))
                + " of the noes nothing is kept any more for what was refused.");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4g", value)
        .replace('-', '−');
  }
}
