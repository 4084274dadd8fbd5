package org.aboveboard.server.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.Prompts.Answerable;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.server.subject.SubjectStore;

/// What becomes of the answers to served prompts: each is answered once, by the person it was put
/// to.
final class Answers {
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

  private final ConsentStore store;
  private final SubjectStore subjects;
  private final Prompts prompts;
  private final Declaration declaration;
  private final Settling settling;
  private final InstantSource clock;

  Answers(
      ConsentStore store,
      SubjectStore subjects,
      Prompts prompts,
      Declaration declaration,
      Settling settling,
      InstantSource clock) {
    this.store = store;
    this.subjects = subjects;
    this.prompts = prompts;
    this.declaration = declaration;
    this.settling = settling;
    this.clock = clock;
  }

  /// Whether an answer would be taken now, so that nothing is done for one that is not.
  boolean wouldTake(String name, String promptId, Reply reply, How how) {
    return switch (cited(declaration.now(), name, promptId, reply, how)) {
      case Citation.Open open -> verdict(declaration.now(), open, reply) == Shelf.Verdict.WRITE;
      case Citation.Shut _ -> false;
    };
  }

  /// Records the answer to a served prompt: a yes is to what was shown, even if the policy has
  /// changed since.
  Settled answer(String name, String promptId, Reply reply, How how) {
    InForce inForce = declaration.now();
    return switch (cited(inForce, name, promptId, reply, how)) {
      case Citation.Shut(Settled.NotTaken why) -> why;
      case Citation.Open open ->
          switch (verdict(inForce, open, reply)) {
            case WRITE -> answer(inForce, name, open, reply, how);
            case REPEATED -> repeated(name, open, reply, how);
            case STALE -> Settling.STALE;
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
            settling.isHeard(done.subject(), done.index())
                ? new Settled.Again(done)
                : new Settled.Unheard(done))
        .orElse(Settling.ANSWERED);
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
            shown.made().digest(),
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
    Optional<Words.Answered> answered =
        Optional.of(new Words.Answered(open.cited(), shown.reader().sighted()));
    return switch (settling.settle(inForce, name, words, answered, particulars, how, now)) {
      // by the same press, sent twice at once
      case Settled.NotTaken why when why.equals(Settling.ANSWERED) ->
          repeated(name, open, reply, how);
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
}
