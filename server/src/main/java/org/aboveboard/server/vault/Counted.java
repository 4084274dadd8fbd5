package org.aboveboard.server.vault;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.When;

/// A segment's counts in words.
///
/// @param counts each answer and how many people gave it
/// @param coverage how much of everybody that is
/// @param when it was published; nothing where nothing was
public record Counted(
    String id, String question, List<Fact> counts, String coverage, Optional<String> when) {
  public Counted {
    counts = List.copyOf(counts);
  }

  static Counted of(Segment segment, Optional<Figure> figure) {
    return new Counted(
        segment.id(),
        segment.question().plain(),
        figure.stream()
            .flatMap(one ->
                one.counts().entrySet().stream()
                    .map(count ->
                        new Fact(words(segment, count.getKey()), told(one, count.getValue()))))
            .toList(),
        figure.map(Counted::coverage).orElse(""),
        figure.map(
            one -> "Counted for " + one.quarter() + ", published " + When.moment(one.at()) + "."));
  }

  private static String words(Segment segment, String answer) {
    return Optional.ofNullable(segment.answers().get(answer))
        .map(words -> words.plain())
        .orElse("no longer asked: " + answer);
  }

  private static String told(Figure figure, OptionalLong count) {
    return count.isPresent()
        ? "about " + count.getAsLong() + ", give or take " + Figures.margin()
        : "not shown: fewer than " + figure.smallest() + " people, or too near to it";
  }

  private static String coverage(Figure figure) {
    return figure.coverage().isPresent()
        ? "At least "
            + figure.coverage().getAsInt()
            + " % of the people known here are in these counts. The others did not answer, and may"
            + " differ."
        : "Too few people answered to say how many.";
  }
}
