package org.aboveboard.server.collect;

import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Decides about arrivals, keeps of each what may be kept, and answers when that is durable.
///
/// Default deny: an event that no purpose allows is not stored, nor is its sender made known. A
/// decision that was overtaken by something its subject said is made anew.
public final class Collect {
  private static final int MOST_TRIES = 5;
  private static final long NOBODY = 0;

  private final EventStore events;
  private final ConsentStore consents;
  private final SubjectStore subjects;
  private final SuppressionStore suppressions;
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Rows rows;
  private final InstantSource clock;

  public Collect(
      EventStore events,
      ConsentStore consents,
      SubjectStore subjects,
      SuppressionStore suppressions,
      Catalogue catalogue,
      Declaration declaration,
      Rows rows,
      InstantSource clock) {
    this.events = events;
    this.consents = consents;
    this.subjects = subjects;
    this.suppressions = suppressions;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.rows = rows;
    this.clock = clock;
  }

  /// What became of an arrival.
  public sealed interface Taken {
    record Kept(long index) implements Taken {}

    record Repeated() implements Taken {}

    /// No purpose allows it; the first rule that said so, in words.
    record Withheld(String rule) implements Taken {}
  }

  /// Takes arrivals in order; one answer for each.
  public List<Taken> take(List<Arrival> arrivals) {
    Map<Arrival, Taken> taken = new LinkedHashMap<>();
    List<Arrival> open = arrivals;
    for (int tries = 0; !open.isEmpty() && tries < MOST_TRIES; tries++) {
      attempt(open, taken);
      open = open.stream().filter(arrival -> !taken.containsKey(arrival)).toList();
    }
    return arrivals.stream()
        .map(arrival ->
            taken.getOrDefault(arrival, new Taken.Withheld("what the subject says keeps changing")))
        .toList();
  }

  private void attempt(List<Arrival> arrivals, Map<Arrival, Taken> taken) {
    Set<String> names = arrivals.stream().map(Arrival::subject).collect(toSet());
    Map<String, Known> known = consents.known(names);
    Map<Arrival, Admission> admitted = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      Admission admission = decide(arrival, Optional.ofNullable(known.get(arrival.subject())));
      if (!admission.isKept()) {
        taken.put(arrival, new Taken.Withheld(rule(admission)));
      } else if (isSuppressed(arrival, admission)) {
        taken.put(arrival, new Taken.Withheld("it is older than the erasure of its subject"));
      } else {
        admitted.put(arrival, admission);
      }
    }
    if (!admitted.isEmpty()) {
      keep(admitted, known, taken);
    }
  }

  private Admission decide(Arrival arrival, Optional<Known> known) {
    return Admission.of(
        declaration.policy(),
        arrival.type(),
        known.map(who -> who.subject().number()).orElse(NOBODY),
        known.map(Known::standing).orElse(Standing.silent()),
        arrival.optOuts(),
        arrival.occurred(),
        clock.instant(),
        declaration.isDemonstration());
  }

  private boolean isSuppressed(Arrival arrival, Admission admission) {
    boolean restsOnConsent =
        admission.grants().stream().map(Grant::purpose).anyMatch(p -> p.basis() == Basis.CONSENT);
    return !restsOnConsent
        && suppressions.covers(subjects.lookup(arrival.subject()), arrival.occurred());
  }

  private void keep(
      Map<Arrival, Admission> admitted, Map<String, Known> known, Map<Arrival, Taken> taken) {
    Map<String, Subject> people = new HashMap<>();
    known.forEach((name, who) -> people.put(name, who.subject()));
    Set<String> strangers =
        admitted.keySet().stream()
            .map(Arrival::subject)
            .filter(name -> !people.containsKey(name))
            .collect(toSet());
    if (!strangers.isEmpty()) {
      people.putAll(subjects.enrol(strangers));
    }
    Map<String, Integer> items =
        catalogue.numbers(
            admitted.keySet().stream().flatMap(arrival -> arrival.items().stream()).toList());
    List<EventRow> made = new ArrayList<>();
    List<Arrival> owners = new ArrayList<>();
    admitted.forEach((arrival, admission) -> {
      Subject subject = Optional.ofNullable(people.get(arrival.subject())).orElseThrow();
      long index =
          Optional.ofNullable(known.get(arrival.subject()))
              .map(who -> who.standing().index())
              .orElse(0L);
      for (EventRow row : rows.of(arrival, admission, subject, index, items)) {
        made.add(row);
        owners.add(arrival);
      }
    });
    List<Placed> placed = events.add(made);
    Map<Arrival, List<Placed>> fates = new LinkedHashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      fates.computeIfAbsent(owners.get(i), _ -> new ArrayList<>()).add(placed.get(i));
    }
    fates.forEach((arrival, fate) -> fate(fate).ifPresent(end -> taken.put(arrival, end)));
  }

  /// Stale rows leave the arrival open, to be decided anew.
  private static Optional<Taken> fate(List<Placed> placed) {
    if (placed.stream().anyMatch(Placed.Stale.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(
        placed.stream()
            .flatMap(
                place -> place instanceof Placed.At(long index) ? Stream.of(index) : Stream.empty())
            .findFirst()
            .<Taken>map(Taken.Kept::new)
            .orElse(new Taken.Repeated()));
  }

  private static String rule(Admission admission) {
    return admission.denials().stream()
        .findFirst()
        .map(deny -> deny.rule())
        .orElse("no purpose of the policy wants this event");
  }
}
