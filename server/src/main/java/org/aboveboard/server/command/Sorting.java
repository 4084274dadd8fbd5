package org.aboveboard.server.command;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// Which way a row of an import goes, by what its person's evidence shows.
///
/// It comes in for the purposes that a yes is shown for and for those that nobody is asked about;
/// one that is left with no purpose is set aside for the others, unless the evidence itself speaks
/// against it: then there is nothing to wait for.
final class Sorting {
  private final Policy policy;
  private final LegalBasis basis;
  private final Set<String> open;
  private final Map<Narrowed, EventType> narrowed = new HashMap<>();

  Sorting(Policy policy, LegalBasis basis, Instant now) {
    this.policy = policy;
    this.basis = basis;
    this.open =
        LegalBasis.asked(policy, now).stream().map(Purpose::id).collect(toUnmodifiableSet());
  }

  /// The way of a row.
  sealed interface Way {
    /// In, as far as the purposes want it that can be shown.
    ///
    /// @param isPartly whether evidence is missing for others that would want it
    record In(EventType type, boolean isPartly) implements Way {}

    /// Aside, for the purposes that evidence is missing for.
    record Aside(EventType type) implements Way {}

    /// Out, and why.
    record Out(String why) implements Way {}
  }

  Way way(EventType type, String subject, Instant at) {
    Yeses yeses = basis.of(subject);
    EventType shown = shown(type, basis.isDemonstration() ? yeses.live() : yeses.covering(at));
    EventType unshown = unshown(type, yeses.purposes());
    boolean couldBeShown = unshown.purposes().stream().anyMatch(open::contains);
    if (!shown.purposes().isEmpty() || type.purposes().isEmpty()) {
      return new Way.In(shown, couldBeShown);
    }
    return couldBeShown || !wants(type, yeses.purposes())
        ? new Way.Aside(unshown)
        : new Way.Out(
            wants(type, yeses.live())
                ? "no yes that its evidence shows holds for its day"
                : "the yes that its evidence shows has run out");
  }

  private static boolean wants(EventType type, Set<String> purposes) {
    return type.purposes().stream().anyMatch(purposes::contains);
  }

  private EventType shown(EventType type, Set<String> named) {
    return narrowed(type, named, true, id -> named.contains(id) || !isAsked(id));
  }

  private EventType unshown(EventType type, Set<String> named) {
    return narrowed(type, named, false, id -> !named.contains(id));
  }

  private record Narrowed(String type, Set<String> named, boolean isShown) {}

  /// An event for some of its purposes; there are few kinds, and millions of rows.
  private EventType narrowed(
      EventType type, Set<String> named, boolean isShown, Predicate<String> these) {
    return narrowed.computeIfAbsent(
        new Narrowed(type.id(), named, isShown), _ -> type.wantedBy(these));
  }

  private boolean isAsked(String purpose) {
    return policy.purpose(purpose).filter(Purpose::isAsked).isPresent();
  }
}
