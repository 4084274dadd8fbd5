package org.aboveboard.server;

import java.util.List;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.correct.Corrections;
import org.aboveboard.server.correct.Moment;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.monitor.Corrected;
import org.aboveboard.server.monitor.Sorting;
import org.aboveboard.server.vault.Outcome;
import org.aboveboard.server.vault.Vault;

/// What the monitors hear of rooms that they do not know: the answers of volunteers, without whose
/// they are, and what was done about an alarm.
final class Between {
  private Between() {}

  static Sorting sorting(Vault vault) {
    return (segment, outcomes) -> sorted(vault, segment, outcomes);
  }

  private static List<Sorting.Sorted> sorted(
      Vault vault, Segment segment, List<Sorting.Outcome> outcomes) {
    List<Outcome> given =
        outcomes.stream().map(one -> new Outcome(one.subject(), one.value())).toList();
    return vault.sort(segment, given).told().stream()
        .map(told -> new Sorting.Sorted(told.answer(), told.value()))
        .toList();
  }

  static Corrected corrected(Declaration declaration, Corrections corrections) {
    return monitor ->
        declaration.now().policy().surfaces().stream()
            .filter(surface -> isCorrectedBy(surface, monitor))
            .flatMap(surface -> corrections.history(surface.id()).reversed().stream())
            .map(Between::done)
            .toList();
  }

  private static Corrected.Done done(Moment moment) {
    String what =
        moment.strength() == 0
            ? "lists were left as the model ranks them"
            : "lists were corrected with a strength of " + moment.strength();
    return new Corrected.Done(
        moment.at(), moment.strength(), what + ", since " + moment.why() + ".");
  }

  private static boolean isCorrectedBy(Surface surface, String monitor) {
    return surface.showing().correct().filter(one -> one.monitor().equals(monitor)).isPresent();
  }
}
