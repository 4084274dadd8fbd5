package org.aboveboard.server.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Prompts.Answerable;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Giving, refusing and taking back. What is settled here holds for every decision that begins
/// after the answer.
public final class Consents {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ConsentStore store;
  private final SubjectStore subjects;
  private final Prompts prompts;
  private final Declaration declaration;
  private final Lease lease;
  private final InstantSource clock;

  public Consents(
      ConsentStore store,
      SubjectStore subjects,
      Prompts prompts,
      Declaration declaration,
      Lease lease,
      InstantSource clock) {
    this.store = store;
    this.subjects = subjects;
    this.prompts = prompts;
    this.declaration = declaration;
    this.lease = lease;
    this.clock = clock;
  }

  /// What became of an answer or a withdrawal.
  public sealed interface Settled {
    /// It holds, under this index of the journal.
    record Done(Subject subject, Purpose purpose, Choice.Kind said, long index)
        implements Settled {}

    /// It was not taken, and this is what to do.
    record NotTaken(String why, String cure) implements Settled {}
  }

  /// Records the answer to a served prompt.
  public Settled answer(String name, String promptId, boolean yes, String method) {
    Optional<Answerable> read = prompts.read(promptId, name);
    if (read.isEmpty()) {
      return new Settled.NotTaken(
          "This question was not put to this person, or it is too old.",
          "Get a new prompt and send the id that came with it.");
    }
    Answerable prompt = read.get();
    if (!prompt.now(declaration.policy()).digest().equals(prompt.digest())) {
      return new Settled.NotTaken(
          "The question has changed since it was shown.", "Show the new one and ask again.");
    }
    Choice.Kind said = yes ? Choice.Kind.GIVEN : Choice.Kind.REFUSED;
    Particulars particulars =
        new Particulars(
            prompt.surface().id(),
            declaration.policy().organisation().language(),
            prompt.digest(),
            declaration.policy().digest(),
            "no, yes",
            prompt.served(),
            method,
            "");
    return settle(name, prompt.purpose(), said, Evidence.PROMPT, Optional.of(prompt), particulars);
  }

  /// Takes a yes back, or says no without having been asked; needs no prompt.
  public Settled withdraw(String name, Purpose purpose, String method) {
    return settle(
        name,
        purpose,
        Choice.Kind.WITHDRAWN,
        Evidence.PROMPT,
        Optional.empty(),
        Particulars.unprompted(method, declaration.policy().digest(), ""));
  }

  /// Records yeses that were brought along, each with what it rests on.
  public void bring(
      Collection<Subject> people, Purpose purpose, Evidence evidence, Instant since, String proof) {
    Particulars particulars =
        Particulars.unprompted("import", declaration.policy().digest(), proof);
    List<ConsentRow> rows = new ArrayList<>();
    for (Subject subject : people) {
      rows.add(
          row(subject, purpose, Choice.Kind.GIVEN, evidence, Optional.empty(), particulars, since));
    }
    store.add(rows);
  }

  private Settled settle(
      String name,
      Purpose purpose,
      Choice.Kind said,
      Evidence evidence,
      Optional<Answerable> prompt,
      Particulars particulars) {
    Subject subject = enrol(name);
    ConsentRow row = row(subject, purpose, said, evidence, prompt, particulars, clock.instant());
    return switch (store.add(row)) {
      case Placed.At(long index) -> {
        requireHeard(subject, index);
        yield new Settled.Done(subject, purpose, said, index);
      }
      case Placed.Repeated _ ->
          new Settled.NotTaken(
              "This question has been answered already.", "Use Privacy options to change it.");
      case Placed.Stale _ ->
          new Settled.NotTaken(
              "This person was erased while the answer was on its way.",
              "Get a new prompt if they want to begin again.");
    };
  }

  /// Only then does it hold for every decision that begins after the answer, on any node.
  private void requireHeard(Subject subject, long index) {
    if (!isHeard(subject, index)) {
      throw new IllegalStateException(
          "It is written down, but not every server has confirmed it yet. Look again in a minute.");
    }
  }

  private boolean isHeard(Subject subject, long index) {
    try {
      return lease.awaitHeard(index, subject.number(), PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Subject enrol(String name) {
    Map<String, Subject> enrolled = subjects.enrol(List.of(name));
    return Optional.ofNullable(enrolled.get(name)).orElseThrow();
  }

  private ConsentRow row(
      Subject subject,
      Purpose purpose,
      Choice.Kind said,
      Evidence evidence,
      Optional<Answerable> prompt,
      Particulars particulars,
      Instant at) {
    Envelope envelope =
        Envelope.of(subject, Particulars.THING, particulars.bytes(purpose.id(), said.name()));
    return new ConsentRow(
        subject.number(),
        (short) purpose.number(),
        said,
        at,
        said == Choice.Kind.GIVEN ? until(purpose.consentLasts(), at) : Optional.empty(),
        purpose.digest(),
        evidence,
        prompt.map(Answerable::sighted).orElse(false),
        prompt.map(Answerable::nonce),
        envelope.payload(),
        envelope.commitment());
  }

  private static Optional<Instant> until(Period lasts, Instant at) {
    return lasts.isZero()
        ? Optional.empty()
        : Optional.of(at.atOffset(ZoneOffset.UTC).plus(lasts).toInstant());
  }
}
