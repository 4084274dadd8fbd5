package org.aboveboard.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.House;
import org.aboveboard.server.consent.Consents.Brought;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.subject.Subject;

/// Records the yeses that people bring along, each with what shows it, where they let something in.
///
/// What somebody said here stands: a yes that it outweighs is not recorded. Neither is one that is
/// older than an erasure.
final class Enrol {
  private static final int PEOPLE = 5_000;

  private final House house;
  private final LegalBasis basis;
  private final InForce inForce;
  private final Instant now;
  private final Map<String, Instant> erased = new HashMap<>();
  private int recorded;
  private int there;
  private int idle;

  Enrol(House house, LegalBasis basis) {
    this.house = house;
    this.basis = basis;
    this.inForce = house.declaration().now();
    this.now = house.clock().instant();
  }

  void people(Set<String> names) {
    List<String> all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += PEOPLE) {
      some(all.subList(from, Math.min(all.size(), from + PEOPLE)));
    }
  }

  /// Up to when what this person did was erased, if it was.
  Optional<Instant> erased(String name) {
    return Optional.ofNullable(erased.get(name));
  }

  /// What became of the yeses, in words.
  String told() {
    return String.format(
        Locale.ROOT, "%,d recorded, %,d there already, %,d without effect", recorded, there, idle);
  }

  private void some(List<String> names) {
    noteErased(names);
    List<String> bringing = names.stream().filter(name -> !basis.of(name).all().isEmpty()).toList();
    if (bringing.isEmpty()) {
      return;
    }
    Map<String, Known> known = house.consentStore().known(bringing);
    Map<String, List<Yes>> fresh = new HashMap<>();
    for (String name : bringing) {
      Standing standing =
          Optional.ofNullable(known.get(name)).map(Known::standing).orElse(Standing.silent());
      List<Yes> theirs = fresh(name, standing);
      if (!theirs.isEmpty()) {
        fresh.put(name, theirs);
      }
    }
    record(fresh);
  }

  private void noteErased(List<String> names) {
    Map<Lookup, String> lookups = new HashMap<>();
    names.forEach(name -> lookups.put(house.subjects().lookup(name), name));
    house
        .suppressions()
        .before(lookups.keySet())
        .forEach((lookup, at) -> erased.put(lookups.getOrDefault(lookup, ""), at));
  }

  private List<Yes> fresh(String name, Standing standing) {
    List<Yes> fresh = new ArrayList<>();
    for (Yes yes : basis.of(name).all()) {
      if (isThere(standing, yes)) {
        there++;
      } else if (isErased(name, yes) || !letsSomethingIn(standing, yes)) {
        idle++;
      } else {
        recorded++;
        fresh.add(yes);
      }
    }
    return fresh;
  }

  /// Who said anything in a demonstration needs no made-up yes.
  private boolean isThere(Standing standing, Yes yes) {
    return basis.isDemonstration()
        ? standing.index() > 0
        : standing.choices().stream()
            .filter(said -> said.evidence() == basis.evidence())
            .filter(said -> said.about().equals(yes.purpose().id()))
            .anyMatch(said ->
                said.at().equals(yes.since()) && said.until().equals(Optional.of(yes.until())));
  }

  private boolean isErased(String name, Yes yes) {
    return erased(name).filter(at -> yes.since().isBefore(at)).isPresent();
  }

  /// Whether an event of its first day would be kept because of it.
  private boolean letsSomethingIn(Standing standing, Yes yes) {
    Policy policy = inForce.policy();
    Standing after = standing.with(choice(yes));
    return policy.events().stream()
        .map(type -> type.wantedBy(yes.purpose().id()::equals))
        .filter(type -> !type.purposes().isEmpty())
        .anyMatch(type ->
            Admission.of(
                    policy,
                    type,
                    0,
                    after,
                    inForce.circumstances(OptOuts.none(), false),
                    yes.since(),
                    now)
                .isKept());
  }

  private Choice choice(Yes yes) {
    return new Choice(
        Long.MAX_VALUE,
        yes.purpose().id(),
        Choice.Kind.GIVEN,
        yes.since(),
        Optional.of(yes.until()),
        Optional.empty(),
        yes.purpose().digest(),
        basis.evidence(),
        false,
        false);
  }

  private void record(Map<String, List<Yes>> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, Subject> subjects = house.subjects().enrol(new LinkedHashSet<>(fresh.keySet()));
    List<Brought> brought = new ArrayList<>();
    fresh.forEach((name, yeses) ->
        yeses.forEach(yes ->
            brought.add(new Brought(Optional.ofNullable(subjects.get(name)).orElseThrow(), yes))));
    house.consents().bring(basis.evidence(), brought);
  }
}
