package org.aboveboard.server.collect;

import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.seen.Seen;
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
  private final Deciding deciding;
  private final SubjectStore subjects;
  private final SuppressionStore suppressions;
  private final Catalogue catalogue;
  private final Rows rows;
  private final Seen seen;
  private final InstantSource clock;
  private final Counts counts = new Counts();

  public Collect(
      EventStore events,
      Deciding deciding,
      SubjectStore subjects,
      SuppressionStore suppressions,
      Catalogue catalogue,
      Rows rows,
      Seen seen,
      InstantSource clock) {
    this.events = events;
    this.deciding = deciding;
    this.subjects = subjects;
    this.suppressions = suppressions;
    this.catalogue = catalogue;
    this.rows = rows;
    this.seen = seen;
    this.clock = clock;
  }

  /// What became of an arrival.
  public sealed interface Taken {
    record Kept(long index) implements Taken {}

    record Repeated() implements Taken {}

    /// No purpose allows it; the first rule that said so, in words.
    record Withheld(String rule) implements Taken {}
  }

  /// What became of all arrivals since the start.
  public Counts counts() {
    return counts;
  }

  /// Takes arrivals in order; one answer for each.
  public List<Taken> take(List<Arrival> arrivals) {
    return take(arrivals, events::add);
  }

  /// Takes arrivals that come from elsewhere and can show what they rest on. What was set aside of
  /// them leaves the quarantine in the transaction that keeps it.
  public List<Taken> bring(List<Arrival> arrivals) {
    return take(arrivals, events::release);
  }

  /// How rows are written.
  private interface Writing extends Function<List<EventRow>, List<Placed>> {}

  private List<Taken> take(List<Arrival> arrivals, Writing writing) {
    List<Open> all = arrivals.stream().map(Open::new).toList();
    List<Open> open = all;
    for (int tries = 0; !open.isEmpty() && tries < MOST_TRIES; tries++) {
      attempt(open, writing);
      open = open.stream().filter(one -> one.end.isEmpty()).toList();
    }
    List<Taken> taken = all.stream().map(Open::ended).toList();
    taken.forEach(counts::ended);
    return taken;
  }

  /// An arrival on its way to its end.
  private static final class Open {
    private final Arrival arrival;
    private Optional<Taken> end = Optional.empty();

    Open(Arrival arrival) {
      this.arrival = arrival;
    }

    Taken ended() {
      return end.orElse(new Taken.Withheld("what the subject says keeps changing"));
    }
  }

  /// An arrival that may be kept, and whose it is.
  private record Admitted(Open open, Admission admission, long consentIndex) {}

  private void attempt(List<Open> open, Writing writing) {
    Set<String> names = open.stream().map(one -> one.arrival.subject()).collect(toSet());
    Decided decided = deciding.about(names, said -> decide(open, said));
    List<Admitted> admitted = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Open one = open.get(i);
      Optional<Known> who = decided.said().of(one.arrival.subject());
      Admission admission = decided.admissions().get(i);
      if (!admission.isKept()) {
        one.end = Optional.of(new Taken.Withheld(rule(admission)));
      } else if (isSuppressed(one.arrival, admission)) {
        one.end = Optional.of(new Taken.Withheld("it is older than the erasure of its subject"));
      } else {
        long index = who.map(some -> some.standing().index()).orElse(0L);
        admitted.add(new Admitted(one, admission, index));
      }
    }
    if (!admitted.isEmpty()) {
      keep(decided.said(), admitted, people(admitted, decided.said().people()), writing);
    }
  }

  /// An admission for each arrival, and what they were decided on.
  private record Decided(Said said, List<Admission> admissions) {}

  private Decided decide(List<Open> open, Said said) {
    return new Decided(said, open.stream().map(one -> decide(one.arrival, said)).toList());
  }

  private Admission decide(Arrival arrival, Said said) {
    Optional<Known> known = said.of(arrival.subject());
    return Admission.of(
        said.inForce().policy(),
        arrival.type(),
        known.map(who -> who.subject().number()).orElse(NOBODY),
        known.map(Known::standing).orElse(Standing.silent()),
        said.circumstances(arrival.sent(), arrival.isMinor()),
        arrival.occurred(),
        clock.instant());
  }

  private boolean isSuppressed(Arrival arrival, Admission admission) {
    boolean restsOnConsent =
        admission.grants().stream().map(Grant::purpose).anyMatch(p -> p.basis() == Basis.CONSENT);
    return !restsOnConsent
        && suppressions.covers(subjects.lookup(arrival.subject()), arrival.occurred());
  }

  /// Whose the arrivals are; who is new and may be kept is made known now.
  private Map<String, Subject> people(List<Admitted> admitted, Map<String, Known> known) {
    Map<String, Subject> people = new HashMap<>();
    known.forEach((name, who) -> people.put(name, who.subject()));
    Set<String> strangers =
        admitted.stream()
            .map(one -> one.open().arrival.subject())
            .filter(name -> !people.containsKey(name))
            .collect(toSet());
    if (!strangers.isEmpty()) {
      people.putAll(subjects.enrol(strangers));
    }
    return people;
  }

  private void keep(
      Said said, List<Admitted> admitted, Map<String, Subject> people, Writing writing) {
    Map<String, Integer> items =
        catalogue.numbers(
            admitted.stream().flatMap(one -> one.open().arrival.items().stream()).toList());
    List<EventRow> made = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Admitted one : admitted) {
      Subject subject = Optional.ofNullable(people.get(one.open().arrival.subject())).orElseThrow();
      List<EventRow> own =
          rows.of(
              said.inForce(),
              one.open().arrival,
              one.admission(),
              subject,
              one.consentIndex(),
              items);
      made.addAll(own);
      sizes.add(own.size());
    }
    List<Placed> placed = writing.apply(made);
    int from = 0;
    for (int i = 0; i < admitted.size(); i++) {
      Admitted one = admitted.get(i);
      one.open().end = end(placed.subList(from, from + sizes.get(i)));
      one.open().end.filter(Taken.Kept.class::isInstance).ifPresent(_ -> note(one));
      from += sizes.get(i);
    }
  }

  private void note(Admitted kept) {
    Arrival arrival = kept.open().arrival;
    kept.admission()
        .grants()
        .forEach(grant -> seen.kept(arrival.type().id(), grant.purpose().id()));
    kept.admission().fields().stream()
        .filter(field -> arrival.values().containsKey(field.name()))
        .forEach(field -> seen.keptField(field.id()));
  }

  /// Stale rows leave the arrival open, to be decided anew.
  private static Optional<Taken> end(List<Placed> placed) {
    Optional<Taken> end = Optional.of(new Taken.Repeated());
    for (Placed place : placed) {
      switch (place) {
        case Placed.Stale _ -> {
          return Optional.empty();
        }
        case Placed.At(long index) -> end = Optional.of(new Taken.Kept(index));
        case Placed.Repeated _ -> {}
      }
    }
    return end;
  }

  private static String rule(Admission admission) {
    return admission.denials().stream()
        .findFirst()
        .map(deny -> deny.rule())
        .orElse("no purpose of the policy wants this event");
  }
}
