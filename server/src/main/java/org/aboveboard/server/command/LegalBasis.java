package org.aboveboard.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Yes;

/// What an import rests on: for each of its people, what shows that they said yes.
///
/// @param everybody what holds for those who have no line of their own
/// @param people what holds for those who have, by their outside ids
record LegalBasis(Evidence evidence, Yeses everybody, Map<String, Yeses> people) {

  /// The yeses of some people, and those of everybody, which hold for whoever has none of their own
  /// to the same purpose.
  static LegalBasis imported(
      Collection<Yes> everybody, Map<String, ? extends Collection<Yes>> people, Instant now) {
    Yeses all = Yeses.of(List.copyOf(everybody), now);
    Map<String, Yeses> merged = new HashMap<>();
    people.forEach((subject, own) -> {
      Yeses theirs = Yeses.of(List.copyOf(own), now);
      List<Yes> both = new ArrayList<>(theirs.all());
      all.all().stream()
          .filter(yes -> !theirs.purposes().contains(yes.purpose().id()))
          .forEach(both::add);
      merged.put(subject, Yeses.of(both, now));
    });
    return new LegalBasis(Evidence.IMPORTED, all, merged);
  }

  /// A yes to every purpose that asks for one and is on, worth nothing outside a demonstration.
  static LegalBasis demonstration(Policy policy, Instant now) {
    List<Yes> yeses =
        asked(policy, now).stream()
            .map(purpose -> Yes.lasting(purpose, now, "made up to show"))
            .toList();
    return new LegalBasis(Evidence.DEMONSTRATION, Yeses.of(yeses, now), Map.of());
  }

  /// The purposes that one can say yes to just now and that some act is kept for: what people did
  /// is brought in, not what they say of themselves.
  static List<Purpose> asked(Policy policy, Instant now) {
    return policy.purposes().stream()
        .filter(purpose -> purpose.isAsked() && policy.closed(purpose, now).isEmpty())
        .filter(purpose ->
            policy.events().stream().anyMatch(event -> event.purposes().contains(purpose.id())))
        .toList();
  }

  /// What this person brings along.
  Yeses of(String subject) {
    return Optional.ofNullable(people.get(subject)).orElse(everybody);
  }

  boolean isDemonstration() {
    return evidence == Evidence.DEMONSTRATION;
  }
}
