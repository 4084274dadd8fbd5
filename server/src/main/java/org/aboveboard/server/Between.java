package org.aboveboard.server;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    return new Corrected() {
      @Override
      public List<Done> because(String monitor) {
        return correctedBy(declaration, monitor)
            .flatMap(surface -> corrections.history(surface.id()).reversed().stream())
            .map(Between::done)
            .toList();
      }

      @Override
      public List<Proposed> proposed(String monitor) {
        Set<String> causes =
            correctedBy(declaration, monitor).map(Corrections::cause).collect(toSet());
        return corrections.proposals().stream()
            .filter(one -> causes.contains(one.cause()))
            .map(one -> new Proposed(one.raised(), one.ended(), one.what() + "."))
            .toList();
      }
    };
  }

  private static Stream<Surface> correctedBy(Declaration declaration, String monitor) {
    return declaration.now().policy().surfaces().stream()
        .filter(surface -> isCorrectedBy(surface, monitor));
  }

  private static Corrected.Done done(Moment moment) {
    String what =
        moment.strength() == 0
            ? "lists were left as the model ranks them"
            : "lists were corrected with a strength of " + rounded(moment.strength());
    return new Corrected.Done(
        moment.at(), moment.strength(), what + ", since " + moment.why() + ".");
  }

  private static String rounded(double strength) {
    return BigDecimal.valueOf(strength)
        .round(new MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static boolean isCorrectedBy(Surface surface, String monitor) {
    return surface.showing().correct().filter(one -> one.monitor().equals(monitor)).isPresent();
  }
}
