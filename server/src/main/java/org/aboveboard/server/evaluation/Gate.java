package org.aboveboard.server.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model.Limit;

/// The declared limits of a model, held against what was measured. What a limit names and nobody
/// measured is not met: a gate that cannot see is shut.
record Gate(Map<Figure, Report.Answer> measured) {
  /// Kept with every answer, not measured before: a reason rests on so many people or is not told.
  private static final Figure ALWAYS_KEPT = Figure.SUPPORT;

  List<Report.Held> hold(Collection<Limit> limits) {
    return limits.stream()
        .filter(limit -> limit.figure() != ALWAYS_KEPT)
        .sorted(Comparator.comparing(Limit::figure))
        .map(this::hold)
        .toList();
  }

  private Report.Held hold(Limit limit) {
    Report.Answer answer =
        Optional.ofNullable(measured.get(limit.figure()))
            .orElseGet(() ->
                new Report.Answer(
                    Optional.empty(), Optional.of("it was not measured on this data")));
    boolean isMet =
        answer.value().isPresent()
            && switch (limit.bound()) {
              case AT_LEAST -> answer.value().get() >= limit.value();
              case AT_MOST -> answer.value().get() <= limit.value();
            };
    return new Report.Held(
        limit.figure().word(),
        switch (limit.bound()) {
          case AT_LEAST -> "at least";
          case AT_MOST -> "at most";
        },
        limit.value(),
        answer,
        isMet);
  }
}
