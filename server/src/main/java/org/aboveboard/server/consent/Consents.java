package org.aboveboard.server.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.server.consent.Prompts.Answerable;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.subject.Envelope;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Giving, refusing, taking back, and everything between. What is settled here holds for every
/// decision that begins after the answer.
public final class Consents {
  private static final String NO_FIRST = "no, yes; visit";
  private static final String ANONYMOUS = "a:";
  private static final Settled.NotTaken NOT_PUT =
      new Settled.NotTaken(
          "This question was not put to this person, or it is too old.",
          "Get a new prompt and send the id that came with it.");
  private static final Settled.NotTaken NOT_ASKED =
      new Settled.NotTaken("Nobody is asked about this any more.", "Show what needs no consent.");
  private static final Settled.NotTaken NO_GUARDIAN =
      new Settled.NotTaken(
          "A guardian's yes counts for nothing here: the purpose leaves minors out.",
          "Send no guardian for somebody who decides alone; show others what needs no consent.");
  private static final Settled.NotTaken ANSWERED =
      new Settled.NotTaken(
          "This question has been answered already.", "Use Privacy options to change it.");
  private static final Settled.NotTaken STALE =
      new Settled.NotTaken(
          "Since this question was put, its person has said no or was erased.",
          "Get a new prompt if they want to begin again.");

  private final ConsentStore store;
  private final SubjectStore subjects;
  private final Prompts prompts;
  private final Declaration declaration;
  private final Lease lease;
  private final InstantSource clock;
  private final Duration patience;

  /// @param patience how long at most to wait until every node has heard a choice
  public Consents(
      ConsentStore store,
      SubjectStore subjects,
      Prompts prompts,
      Declaration declaration,
      Lease lease,
      InstantSource clock,
      Duration patience) {
    this.store = store;
    this.subjects = subjects;
    this.prompts = prompts;
    this.declaration = declaration;
    this.lease = lease;
    this.clock = clock;
    this.patience = patience;
  }

  /// What became of a choice.
  public sealed interface Settled {
    /// It holds, under this index of the journal.
    ///
    /// @param visitEnds when a yes ends that is for a visit
    record Done(
        Subject subject, About about, Choice.Kind said, Optional<Instant> visitEnds, long index)
        implements Settled {}

    /// It is written down and holds here, but not every node has confirmed in time that it heard.
    record Unheard(Done done) implements Settled {}

    /// It was done before, by the same answer to the same prompt, and stands.
    record Again(Done done) implements Settled {}

    /// It was not taken, and this is what to do.
    record NotTaken(String why, String cure) implements Settled {}
  }

  /// The answers to a prompt.
  public enum Reply {
    YES,
    NO,
    /// A yes that ends with the visit.
    VISIT
  }

  /// Whether an answer would be taken now, so that nothing is done for one that is not.
  public boolean wouldTake(String name, String promptId, Reply reply, How how) {
    return switch (cited(declaration.now(), name, promptId, reply, how)) {
      case Citation.Open open -> verdict(declaration.now(), open, reply) == Shelf.Verdict.WRITE;
      case Citation.Shut _ -> false;
    };
  }

  /// Records the answer to a served prompt: a yes is to what was shown, even if the policy has
  /// changed since.
  public Settled answer(String name, String promptId, Reply reply, How how) {
    InForce inForce = declaration.now();
    return switch (cited(inForce, name, promptId, reply, how)) {
      case Citation.Shut(Settled.NotTaken why) -> why;
      case Citation.Open open ->
          switch (verdict(inForce, open, reply)) {
            case WRITE -> answer(inForce, name, open, reply, how);
            case REPEATED -> repeated(name, open, reply, how);
            case STALE -> STALE;
          };
    };
  }

  private Shelf.Verdict verdict(InForce inForce, Citation.Open open, Reply reply) {
    Place place = Place.of(new About.ThePurpose(open.purpose()), inForce);
    return store.verdict(open.cited(), place, said(reply));
  }

  private Citation cited(InForce inForce, String name, String promptId, Reply reply, How how) {
    Optional<Answerable> read = prompts.read(promptId, name);
    if (read.isEmpty()) {
      return new Citation.Shut(NOT_PUT);
    }
    Answerable shown = read.get();
    Optional<Purpose> purpose =
        inForce.policy().purpose(shown.prompt().purpose()).filter(Purpose::isAsked);
    if (purpose.isEmpty()) {
      return new Citation.Shut(NOT_ASKED);
    }
    return how.byGuardian() && reply != Reply.NO && purpose.get().minors() != Minors.GUARDIAN
        ? new Citation.Shut(NO_GUARDIAN)
        : new Citation.Open(
            shown, purpose.get(), new Cited(shown.nonce(), subjects.lookup(name), shown.served()));
  }

  private static Choice.Kind said(Reply reply) {
    return switch (reply) {
      case YES, VISIT -> Choice.Kind.GIVEN;
      case NO -> Choice.Kind.REFUSED;
    };
  }

  /// The same answer to the same prompt, which stands, is acknowledged again; no other one is
  /// taken.
  private Settled repeated(String name, Citation.Open open, Reply reply, How how) {
    return store
        .known(name)
        .flatMap(
            known -> standing(known, isForVisit(declaration.now(), name, reply), open, reply, how))
        .<Settled>map(done ->
            isHeard(done.subject(), done.index())
                ? new Settled.Again(done)
                : new Settled.Unheard(done))
        .orElse(ANSWERED);
  }

  private Optional<Settled.Done> standing(
      Known known, boolean isForVisit, Citation.Open open, Reply reply, How how) {
    About about = new About.ThePurpose(open.purpose());
    return known.standing().choices().stream()
        .filter(choice -> choice.about().equals(about.key()) && choice.isYesOrNo())
        .reduce((_, last) -> last)
        .filter(last -> last.kind() == said(reply) && last.forVisit() == isForVisit)
        .filter(last -> last.byGuardian() == how.byGuardian())
        .filter(last -> store.answered(open.cited()).equals(Optional.of(last.index())))
        .map(last ->
            new Settled.Done(
                known.subject(),
                about,
                last.kind(),
                last.until().filter(_ -> last.forVisit()),
                last.index()));
  }

  private Settled answer(InForce inForce, String name, Citation.Open open, Reply reply, How how) {
    Answerable shown = open.shown();
    Purpose purpose = open.purpose();
    Instant now = clock.instant();
    Particulars particulars =
        new Particulars(
            shown.prompt().surface(),
            shown.prompt().language().code(),
            HexFormat.of().formatHex(shown.nonce().array()),
            shown.prompt().digest(),
            shown.prompt().policyDigest(),
            shown.reader().agreed().orElse(""),
            NO_FIRST,
            layer(reply),
            shown.served(),
            how.method(),
            how.origin(),
            "");
    Words words =
        new Words(
            new About.ThePurpose(purpose),
            said(reply),
            reply == Reply.NO ? Optional.empty() : until(inForce, name, purpose, reply, now),
            isForVisit(inForce, name, reply),
            OptionalInt.empty(),
            shown.prompt().purposeDigest());
    Optional<Answered> answered = Optional.of(new Answered(open.cited(), shown.reader().sighted()));
    return switch (settle(inForce, name, words, answered, particulars, how, now)) {
      // by the same press, sent twice at once
      case Settled.NotTaken why when why.equals(ANSWERED) -> repeated(name, open, reply, how);
      case Settled settled -> settled;
    };
  }

  /// The layer of the prompt that holds this answer.
  private static String layer(Reply reply) {
    return switch (reply) {
      case NO, YES -> "1";
      case VISIT -> "2";
    };
  }

  /// Until when a yes holds: as long as the policy says; for a visit, and for somebody without a
  /// name on a device that others may use, as long as a visit.
  private static Optional<Instant> until(
      InForce inForce, String name, Purpose purpose, Reply reply, Instant now) {
    Period visit = inForce.policy().asking().visitLasts();
    Period lasts =
        isForVisit(inForce, name, reply)
            ? Retention.shorter(visit, purpose.consentLasts())
            : purpose.consentLasts();
    return Optional.of(now.atOffset(ZoneOffset.UTC).plus(lasts).toInstant());
  }

  private static boolean isForVisit(InForce inForce, String name, Reply reply) {
    boolean isShared = inForce.policy().asking().sharedDevices() && name.startsWith(ANONYMOUS);
    return reply == Reply.VISIT || (reply == Reply.YES && isShared);
  }

  /// Takes a yes back, or says no without having been asked; needs no prompt.
  public Settled withdraw(String name, Purpose purpose, How how) {
    return say(name, new About.ThePurpose(purpose), Choice.Kind.WITHDRAWN, how);
  }

  /// Leaves everything out for a while that rests on a yes.
  public Settled pause(String name, How how) {
    return say(name, new About.Everything(), Choice.Kind.PAUSED, how);
  }

  /// Ends a pause.
  public Settled resume(String name, How how) {
    return say(name, new About.Everything(), Choice.Kind.RESUMED, how);
  }

  /// Switches a surface or a signal off.
  public Settled switchOff(String name, About part, How how) {
    return say(name, part, Choice.Kind.WITHDRAWN, how);
  }

  /// Switches a surface or a signal on again, or an interest that was objected to; what needs a yes
  /// still needs it.
  public Settled switchOn(String name, About part, How how) {
    return say(name, part, Choice.Kind.GIVEN, how);
  }

  /// From now on what was done is kept for so many days at most.
  public Settled keepFor(String name, Purpose purpose, int days, How how) {
    InForce inForce = declaration.now();
    Instant now = clock.instant();
    if (days < 1 || !Retention.isWithin(Period.ofDays(days), purpose.retention().longest())) {
      return new Settled.NotTaken(
          "It can only be kept for less than the policy says.",
          "Choose at least a day, and at most "
              + days(purpose.retention().longest(), now)
              + " days.");
    }
    Words words =
        new Words(
            new About.ThePurpose(purpose),
            Choice.Kind.KEPT,
            Optional.empty(),
            false,
            OptionalInt.of(days),
            purpose.digest());
    return settle(inForce, name, words, Optional.empty(), unprompted(inForce, how), how, now);
  }

  private static long days(Period period, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return today.plus(period).toEpochDay() - today.toEpochDay();
  }

  private Settled say(String name, About about, Choice.Kind said, How how) {
    InForce inForce = declaration.now();
    Words words =
        new Words(about, said, Optional.empty(), false, OptionalInt.empty(), meaning(about));
    return settle(
        inForce, name, words, Optional.empty(), unprompted(inForce, how), how, clock.instant());
  }

  private static String meaning(About about) {
    return switch (about) {
      case About.ThePurpose(Purpose purpose) -> purpose.digest();
      case About.TheSurface _, About.TheSignal _, About.Everything _ -> "";
    };
  }

  private static Particulars unprompted(InForce inForce, How how) {
    return Particulars.unprompted(how, inForce.policy().digest(), "");
  }

  /// Records the same yes of many people, with what it rests on.
  public void bring(
      Collection<Subject> people, Purpose purpose, Evidence evidence, Instant since, String proof) {
    Yes yes = Yes.lasting(purpose, since, proof);
    bring(evidence, people.stream().map(subject -> new Brought(subject, yes)).toList());
  }

  /// A yes and whose it is.
  public record Brought(Subject subject, Yes yes) {}

  /// Records yeses that were brought along, each with what it rests on.
  public void bring(Evidence evidence, List<Brought> brought) {
    InForce inForce = declaration.now();
    How how = new How("import", "file", false);
    List<ConsentRow> rows = new ArrayList<>();
    for (Brought one : brought) {
      Yes yes = one.yes();
      Words words =
          new Words(
              new About.ThePurpose(yes.purpose()),
              Choice.Kind.GIVEN,
              Optional.of(yes.until()),
              false,
              OptionalInt.empty(),
              yes.purpose().digest());
      Particulars particulars = Particulars.unprompted(how, inForce.policy().digest(), yes.proof());
      rows.add(
          row(
              inForce,
              one.subject(),
              words,
              evidence,
              Optional.empty(),
              particulars,
              how,
              yes.since()));
    }
    store.add(rows);
  }

  /// What is said, before it is known by whom.
  private record Words(
      About about,
      Choice.Kind said,
      Optional<Instant> until,
      boolean forVisit,
      OptionalInt keep,
      String meaning) {}

  /// The question that was answered.
  private record Answered(Cited cited, boolean isInSightOfGpc) {}

  private Settled settle(
      InForce inForce,
      String name,
      Words words,
      Optional<Answered> answered,
      Particulars particulars,
      How how,
      Instant now) {
    Subject subject = enrol(name);
    ConsentRow row = row(inForce, subject, words, Evidence.PROMPT, answered, particulars, how, now);
    return switch (store.add(row)) {
      case Placed.At(long index) -> {
        Settled.Done done =
            new Settled.Done(
                subject,
                words.about(),
                words.said(),
                words.until().filter(_ -> words.forVisit()),
                index);
        yield isHeard(subject, index) ? done : new Settled.Unheard(done);
      }
      case Placed.Repeated _ -> ANSWERED;
      case Placed.Stale _ -> STALE;
    };
  }

  /// Only then does it hold for every decision that begins after the answer, on any node.
  private boolean isHeard(Subject subject, long index) {
    try {
      return lease.awaitHeard(index, subject.number(), patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Subject enrol(String name) {
    Map<String, Subject> enrolled = subjects.enrol(List.of(name));
    return Optional.ofNullable(enrolled.get(name)).orElseThrow();
  }

  private static ConsentRow row(
      InForce inForce,
      Subject subject,
      Words words,
      Evidence evidence,
      Optional<Answered> answered,
      Particulars particulars,
      How how,
      Instant at) {
    Envelope envelope =
        Envelope.of(
            subject,
            Particulars.THING,
            particulars.bytes(words.about().key(), words.said().name()));
    return new ConsentRow(
        subject.number(),
        Place.of(words.about(), inForce),
        words.said(),
        at,
        words.until(),
        words.keep(),
        words.meaning(),
        evidence,
        answered.filter(Answered::isInSightOfGpc).isPresent(),
        how.byGuardian(),
        words.forVisit(),
        answered.map(Answered::cited),
        Optional.empty(),
        envelope.payload(),
        envelope.commitment());
  }
}
