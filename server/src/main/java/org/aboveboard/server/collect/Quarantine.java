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
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;
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
  private static final long NOBODY = 0;

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
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    List<Accepted> accepted = new ArrayList<>();
    for (Open one : open) {
      Standing standing = standing(said, one.arrival);
      List<Decided> decided = decided(one.arrival, said, standing, now);
      List<Purpose> wanting =
          decided.stream().filter(Decided::onlyLacksEvidence).map(Decided::purpose).toList();
      Waiting waiting = Waiting.of(one.arrival, wanting, standing, today);
      if (wanting.isEmpty()) {
        one.end = Optional.of(new Put.Refused(rule(decided)));
      } else if (!waiting.until().isAfter(today)) {
        one.end = Optional.of(new Put.Refused("it is older than anything it could be for keeps"));
      } else {
        accepted.add(new Accepted(one, waiting, standing.index()));
      }
    }
    return accepted;
  }

  private static Standing standing(Said said, Arrival arrival) {
    return said.of(arrival.subject()).map(Known::standing).orElse(Standing.silent());
  }

  /// A purpose that wants a row, and what a decision about it says if no evidence comes along.
  private record Decided(Purpose purpose, Admission admission) {
    boolean onlyLacksEvidence() {
      return admission.denials().stream().allMatch(deny -> isALackingYes(deny.reason()));
    }

    private static boolean isALackingYes(Reason reason) {
      return switch (reason) {
        case NEVER_ASKED,
            NOT_A_DEMONSTRATION,
            NOT_YET,
            EXPIRED,
            PURPOSE_CHANGED,
            OLDER_THAN_CONSENT ->
            true;
        case UNKNOWN_PURPOSE,
            USE_NOT_DECLARED,
            NOT_FOR_EVERYBODY,
            SURFACE_NOT_DECLARED,
            PROHIBITED,
            NOT_ASSESSED,
            NOT_APPROVED,
            NO_LEASE,
            WITHDRAWN,
            REFUSED,
            PAUSED,
            SWITCHED_OFF,
            CONFLICT,
            MINOR,
            SIGNAL ->
            false;
      };
    }
  }

  private static List<Decided> decided(Arrival arrival, Said said, Standing standing, Instant now) {
    long number = said.of(arrival.subject()).map(known -> known.subject().number()).orElse(NOBODY);
    return said.inForce().policy().purposes().stream()
        .filter(Purpose::isAsked)
        .filter(purpose -> arrival.type().purposes().contains(purpose.id()))
        .map(purpose ->
            new Decided(
                purpose,
                Admission.of(
                    said.inForce().policy(),
                    arrival.type().wantedBy(purpose.id()::equals),
                    number,
                    standing,
                    said.circumstances(arrival.sent(), arrival.isMinor()),
                    arrival.occurred(),
                    now)))
        .toList();
  }

  private static String rule(List<Decided> decided) {
    return decided.stream()
        .flatMap(one -> one.admission().denials().stream())
        .map(deny -> deny.rule())
        .findFirst()
        .orElse("no purpose of the policy wants this event");
  }
}
