package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.EvidenceLine;
import org.aboveboard.server.load.Refusal;
import org.aboveboard.server.load.Tally;

/// Reads what shows that the people of a data set agreed: from what was typed, and from what lies
/// beside the events. One faulty line, and nothing is brought in: it would be somebody's yes.
final class EvidenceReader {
  private final Policy policy;
  private final Instant now;
  private final Set<Yes> everybody = new LinkedHashSet<>();
  private final Map<String, Set<Yes>> people = new HashMap<>();
  private final Tally tally = new Tally();

  EvidenceReader(Policy policy, Instant now) {
    this.policy = policy;
    this.now = now;
  }

  LegalBasis read(Arguments arguments, DataSet data) throws Complaint {
    if (arguments.has("evidence")) {
      everybody.add(typed(arguments));
    }
    data.evidence(this::take, tally::refuse);
    if (tally.refused() > 0) {
      throw new Complaint(
          "The evidence has faults, so nothing was brought in:\n"
              + tally.refusals().stripTrailing(),
          "Mend these lines and repeat the import.");
    }
    return LegalBasis.imported(everybody, people, now);
  }

  private Yes typed(Arguments arguments) throws Complaint {
    String proof = arguments.text("evidence").orElse("").strip();
    if (proof.isEmpty()) {
      throw new Complaint(
          "--evidence is empty.", "Say what shows that these people agreed, and where it is.");
    }
    Purpose purpose =
        switch (named(arguments.text("purpose").orElse(""))) {
          case Named.Found(Purpose found) -> found;
          case Named.Not(String why, String cure) ->
              throw new Complaint("--purpose: " + why + ".", "Please " + cure + ".");
        };
    Instant since = date(arguments, "since").orElseThrow(() -> lacking("since"));
    if (since.isAfter(now)) {
      throw new Complaint("--since lies in the future.", "Write the day of their yes.");
    }
    Optional<Instant> until = date(arguments, "until");
    if (until.isPresent() && !until.get().isAfter(since)) {
      throw new Complaint(
          "--until is not after --since.", "Write the first day on which it no longer holds.");
    }
    return yes(purpose, since, until, proof);
  }

  private static Optional<Instant> date(Arguments arguments, String name) throws Complaint {
    if (!arguments.has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.parse(arguments.text(name).orElse(""))
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant());
    } catch (DateTimeParseException e) {
      throw lacking(name);
    }
  }

  private static Complaint lacking(String name) {
    return new Complaint(
        "It is not said " + name + " when their yes holds.",
        "Write --" + name + " 2026-01-31, for example.");
  }

  private void take(EvidenceLine line) {
    if (line.since().isAfter(now)) {
      refuse(line, "since lies in the future: write the day of their yes");
      return;
    }
    switch (named(line.purpose())) {
      case Named.Not(String why, String cure) -> refuse(line, why + ": " + cure);
      case Named.Found(Purpose purpose) ->
          of(line.subject()).add(yes(purpose, line.since(), line.until(), line.evidence()));
    }
  }

  private Set<Yes> of(String subject) {
    return subject.equals(EvidenceLine.EVERYBODY)
        ? everybody
        : people.computeIfAbsent(subject, _ -> new LinkedHashSet<>());
  }

  private void refuse(EvidenceLine line, String why) {
    tally.refuse(new Refusal(line.file(), line.line(), why));
  }

  private static Yes yes(Purpose purpose, Instant since, Optional<Instant> until, String proof) {
    return until
        .map(end -> new Yes(purpose, since, end, proof))
        .orElseGet(() -> Yes.lasting(purpose, since, proof));
  }

  /// A purpose that one can say yes to, or why it is none and what to do.
  private sealed interface Named {
    record Found(Purpose purpose) implements Named {}

    record Not(String why, String cure) implements Named {}
  }

  private Named named(String name) {
    var asked = LegalBasis.asked(policy, now);
    String oneOf = "write one of " + asked.stream().map(Purpose::id).collect(joining(", "));
    if (name.isEmpty()) {
      return asked.size() == 1
          ? new Named.Found(asked.getFirst())
          : new Named.Not("it is not said which purpose was agreed to", oneOf);
    }
    Optional<Purpose> purpose = policy.purpose(name);
    if (purpose.isEmpty()) {
      return new Named.Not("the policy in force declares no such purpose", oneOf);
    }
    if (!purpose.get().isAsked()) {
      return new Named.Not(
          "nobody is asked about " + name + ", so its rows need no evidence", "leave it out");
    }
    return policy
        .closed(purpose.get(), now)
        .<Named>map(reason ->
            new Named.Not(
                name + " is off for everybody, being " + reason.rule(),
                "leave it out until it is on"))
        .orElse(new Named.Found(purpose.get()));
  }
}
