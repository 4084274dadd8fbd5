package org.aboveboard.server.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.consent.ConsentRow.Against;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.optout.Carrier;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.subject.Statement;

/// Keeps on record that a signal said no to what a person had said yes to.
///
/// The decision has denied already, and the record changes nothing: it is there for the person to
/// see, once for each purpose and carrier until their next choice about the purpose. What has been
/// recorded is part of what every decision reads, so that nothing is asked of the store twice.
public final class Contradictions {
  private final ConsentStore store;
  private final Narrow narrow;
  private final InstantSource clock;

  public Contradictions(ConsentStore store, Narrow narrow, InstantSource clock) {
    this.store = store;
    this.narrow = narrow;
    this.clock = clock;
  }

  /// Records what was sent with a request about somebody, where it contradicts a yes of theirs that
  /// holds and has not been recorded. It must be known that the request speaks for them.
  public void note(Said said, String name, Sent sent, How how) {
    if (sent.equals(Sent.NOTHING)) {
      return;
    }
    said.of(name)
        .map(known -> rows(said.inForce(), known, sent, how))
        .filter(rows -> !rows.isEmpty())
        .ifPresent(store::add);
  }

  private List<ConsentRow> rows(InForce inForce, Known known, Sent sent, How how) {
    Instant now = clock.instant();
    List<ConsentRow> rows = new ArrayList<>();
    for (Purpose purpose : inForce.policy().purposes()) {
      Optional<Choice> yes =
          known
              .standing()
              .yes(purpose.id())
              .filter(one -> one.until().map(now::isBefore).orElse(true));
      yes.ifPresent(one ->
          unrecorded(inForce, known, sent, purpose, one)
              .forEach(carrier -> rows.add(row(inForce, known, purpose, one, carrier, how, now))));
    }
    return rows;
  }

  private Set<Carrier> unrecorded(
      InForce inForce, Known known, Sent sent, Purpose purpose, Choice yes) {
    Set<String> recorded = recorded(known.standing(), purpose.id());
    Set<Carrier> left = new HashSet<>(sent.heard());
    left.removeIf(carrier -> recorded.contains(carrier.tag()));
    if (!left.isEmpty()) {
      left.retainAll(narrow.against(inForce.policy(), sent, purpose, yes.inSightOfGpc()));
    }
    return left;
  }

  /// The carriers whose no has been recorded since the last choice about a purpose.
  private static Set<String> recorded(Standing standing, String purpose) {
    long last = last(standing, purpose);
    return standing.choices().stream()
        .filter(choice -> choice.about().equals(purpose) && choice.index() > last)
        .flatMap(choice -> choice.carrier().stream())
        .collect(Collectors.toSet());
  }

  private static long last(Standing standing, String purpose) {
    return standing.choices().stream()
        .filter(choice -> choice.about().equals(purpose) && choice.carrier().isEmpty())
        .mapToLong(Choice::index)
        .max()
        .orElse(0);
  }

  private static ConsentRow row(
      InForce inForce,
      Known known,
      Purpose purpose,
      Choice yes,
      Carrier carrier,
      How how,
      Instant now) {
    About about = new About.ThePurpose(purpose);
    Statement statement =
        Statement.of(
            known.subject(),
            Particulars.THING,
            Particulars.unprompted(how, inForce.policy().digest(), carrier.tag())
                .bytes(purpose.id(), Choice.Kind.CONTRADICTED.name(), Optional.empty()));
    return new ConsentRow(
        known.subject().number(),
        Place.of(about, inForce),
        Choice.Kind.CONTRADICTED,
        now,
        Optional.empty(),
        OptionalInt.empty(),
        yes.meaning(),
        Evidence.PROMPT,
        false,
        false,
        false,
        Optional.empty(),
        Optional.of(new Against(carrier.tag(), last(known.standing(), purpose.id()))),
        statement);
  }
}
