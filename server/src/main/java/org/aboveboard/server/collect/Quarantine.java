package org.aboveboard.server.collect;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Where imported rows go that cannot show what they rest on: sealed under their subject's key,
/// used by nothing, deleted on a day.
///
/// A row is set aside for those purposes alone that evidence is missing for. One whose person said
/// no, or that is older than any of them would keep, is not even set aside. A yes that the person
/// gives here lets nothing out: it says nothing about where these rows come from.
public final class Quarantine {
  private static final int MOST_TRIES = 5;

  private final QuarantineStore store;
  private final Deciding deciding;
  private final SubjectStore subjects;
  private final Rows rows;
  private final InstantSource clock;

  public Quarantine(
      QuarantineStore store,
      Deciding deciding,
      SubjectStore subjects,
      Rows rows,
      InstantSource clock) {
    this.store = store;
    this.deciding = deciding;
    this.subjects = subjects;
    this.rows = rows;
    this.clock = clock;
  }

  /// What became of a row.
  public sealed interface Put {
    /// It is set aside until that day.
    record Aside(LocalDate until) implements Put {}

    /// It is set aside or kept already.
    record Repeated() implements Put {}

    /// It is not held at all, and this rule says why.
    record Refused(String rule) implements Put {}
  }

  /// Sets arrivals aside, in order; one answer for each.
  public List<Put> take(List<Arrival> arrivals) {
    List<Open> all = arrivals.stream().map(Open::new).toList();
    List<Open> open = all;
    for (int tries = 0; !open.isEmpty() && tries < MOST_TRIES; tries++) {
      attempt(open);
      open = open.stream().filter(one -> one.end.isEmpty()).toList();
    }
    return all.stream().map(Open::ended).toList();
  }

  /// An arrival on its way to its end.
  private static final class Open {
    private final Arrival arrival;
    private Optional<Put> end = Optional.empty();

    Open(Arrival arrival) {
      this.arrival = arrival;
    }

    Put ended() {
      return end.orElse(new Put.Refused("what the subject says keeps changing"));
    }
  }

  /// A row that may be set aside.
  private record Accepted(Open open, Waiting waiting, long consentIndex) {}

  private void attempt(List<Open> open) {
    Set<String> names = open.stream().map(one -> one.arrival.subject()).collect(toSet());
    List<Accepted> accepted = deciding.about(names, said -> accepted(open, said));
    if (accepted.isEmpty()) {
      return;
    }
    Map<String, Subject> people =
        subjects.enrol(accepted.stream().map(one -> one.open().arrival.subject()).collect(toSet()));
    List<QuarantineRow> made = new ArrayList<>();
    List<Accepted> owners = new ArrayList<>();
    for (Accepted one : accepted) {
      Subject subject = Optional.ofNullable(people.get(one.open().arrival.subject())).orElseThrow();
      for (var row : rows.aside(one.open().arrival, one.waiting(), subject, one.consentIndex())) {
        made.add(row);
        owners.add(one);
      }
    }
    List<Placed> placed = store.add(made);
    for (int i = 0; i < placed.size(); i++) {
      end(owners.get(i), placed.get(i));
    }
  }

  /// A stale row leaves its arrival open, to be decided anew.
  private static void end(Accepted one, Placed placed) {
    one.open().end =
        switch (placed) {
          case Placed.At _ -> Optional.of(new Put.Aside(one.waiting().until()));
          case Placed.Repeated _ -> one.open().end.or(() -> Optional.of(new Put.Repeated()));
          case Placed.Stale _ -> Optional.empty();
        };
  }

  private List<Accepted> accepted(List<Open> open, Said said) {
    Instant now = clock.instant();
    List<Accepted> accepted = new ArrayList<>();
    for (Open one : open) {
      Standing standing = Wanting.standing(one.arrival, said);
      List<Wanting> wanting = Wanting.of(one.arrival, said, standing, now);
      LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
      Waiting waiting = Waiting.of(one.arrival, lacking(wanting), standing, today);
      if (waiting.purposes().isEmpty()) {
        one.end = Optional.of(new Put.Refused(rule(wanting)));
      } else if (!waiting.until().isAfter(today)) {
        one.end = Optional.of(new Put.Refused("it is older than anything it could be for keeps"));
      } else {
        accepted.add(new Accepted(one, waiting, standing.index()));
      }
    }
    return accepted;
  }

  private static List<Purpose> lacking(List<Wanting> wanting) {
    return wanting.stream().filter(Wanting::onlyLacksEvidence).map(Wanting::purpose).toList();
  }

  private static String rule(List<Wanting> wanting) {
    return wanting.stream()
        .flatMap(Wanting::rules)
        .findFirst()
        .orElse("no purpose of the policy wants this event");
  }
}
