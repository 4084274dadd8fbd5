package org.aboveboard.server.privacy;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Choice.Kind;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.policy.tell.Tongue;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.Volunteers;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// How everything that a person can decide stands for them, by the same decisions that rule its
/// use.
@Singleton
final class Choices {
  private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 180, 365);
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

  private final Deciding deciding;
  private final Contradictions contradictions;
  private final InstantSource clock;

  Choices(Deciding deciding, Contradictions contradictions, InstantSource clock) {
    this.deciding = deciding;
    this.contradictions = contradictions;
    this.clock = clock;
  }

  /// Everything that can be decided.
  ///
  /// @param pause the press that pauses everything, or ends the pause
  record Standings(
      List<Choice> purposes, List<Switch> surfaces, List<Switch> signals, Optional<Act> pause) {}

  private record Decided(Said said, Standings standings) {}

  Standings of(Visitor visitor) {
    Decided decided =
        deciding.about(List.of(visitor.name()), said -> new Decided(said, of(visitor, said)));
    contradictions.note(decided.said(), visitor.name(), visitor.sent(), How.SIGNAL);
    return decided.standings();
  }

  private Standings of(Visitor visitor, Said said) {
    Optional<Known> known = said.of(visitor.name());
    Standing standing = known.map(Known::standing).orElse(Standing.silent());
    Policy policy = said.inForce().policy();
    boolean isAnythingOn =
        policy.purposes().stream().anyMatch(p -> p.isAsked() && standing.yes(p.id()).isPresent());
    return new Standings(
        policy.purposes().stream()
            .map(purpose ->
                purpose.isAsked()
                    ? asked(visitor, said, known, purpose)
                    : unasked(visitor, said, known, purpose))
            .toList(),
        isAnythingOn ? surfaces(policy, standing) : List.of(),
        isAnythingOn ? signals(policy, standing) : List.of(),
        isAnythingOn ? Optional.of(pause(standing)) : Optional.empty());
  }

  private static Act pause(Standing standing) {
    return isPaused(standing)
        ? new Act(
            "/privacy/resume", "End the pause", "of everything that rests on your yes", List.of())
        : new Act("/privacy/pause", "Pause everything", "that rests on your yes", List.of());
  }

  private static boolean isPaused(Standing standing) {
    return standing.choices().stream()
        .filter(choice -> choice.about().equals(org.aboveboard.policy.Choice.EVERYTHING))
        .reduce((_, last) -> last)
        .filter(last -> last.kind() == Kind.PAUSED)
        .isPresent();
  }

  private static List<Switch> surfaces(Policy policy, Standing standing) {
    return policy.surfaces().stream()
        .filter(surface -> !surface.purposes().isEmpty())
        .map(surface ->
            part(
                surface.label().plain(),
                standing.isOff(org.aboveboard.policy.Choice.surface(surface.id())),
                new Fact("surface", surface.id())))
        .toList();
  }

  private static List<Switch> signals(Policy policy, Standing standing) {
    return policy.events().stream()
        .flatMap(event ->
            event.signal().stream()
                .map(signal ->
                    part(
                        Spoken.sentence(event.label().plain()),
                        standing.isOff(org.aboveboard.policy.Choice.signal(signal)),
                        new Fact("signal", signal))))
        .distinct()
        .toList();
  }

  private static Switch part(String name, boolean isOff, Fact what) {
    return new Switch(
        name,
        isOff ? State.OFF_BY_YOU : State.ON,
        new Act(
            "/privacy/switch",
            isOff ? "Switch on" : "Switch off",
            name,
            List.of(what, new Fact("to", isOff ? "on" : "off"))));
  }

  /// What nobody is asked about; to an interest one can object, and take the objection back.
  private Choice unasked(Visitor visitor, Said said, Optional<Known> known, Purpose purpose) {
    return switch (decide(visitor, said, known, purpose)) {
      case Decision.Allow _ ->
          unasked(
              said,
              purpose,
              State.fixed(ground(purpose.basis())),
              purpose.canBeEnded() ? Optional.of(off(purpose)) : Optional.empty());
      case Decision.Deny deny ->
          unasked(
              said,
              purpose,
              state(deny.reason()),
              purpose.isInterest() && known.filter(who -> hasObjected(who, purpose)).isPresent()
                  ? Optional.of(on(purpose))
                  : Optional.empty());
    };
  }

  private static boolean hasObjected(Known who, Purpose purpose) {
    return who.standing().no(purpose.id()).isPresent();
  }

  private static Choice unasked(Said said, Purpose purpose, State state, Optional<Act> act) {
    return new Choice(
        Spoken.sentence(purpose.label().plain()),
        purpose.sentence().plain(),
        state,
        facts(said.inForce().policy(), purpose),
        act,
        Optional.empty(),
        Optional.empty());
  }

  private static String ground(Basis basis) {
    return switch (basis) {
      case CONSENT -> "Rests on your yes";
      case CONTRACT -> "Part of what you asked for";
      case LEGAL_OBLIGATION -> "The law asks for it";
      case LEGITIMATE_INTEREST -> "Our own interest; you can object";
    };
  }

  private Choice asked(Visitor visitor, Said said, Optional<Known> known, Purpose purpose) {
    Policy policy = said.inForce().policy();
    Optional<org.aboveboard.policy.Choice> yes =
        known.flatMap(who -> who.standing().yes(purpose.id()));
    Decision decision = decide(visitor, said, known, purpose);
    boolean isChanged =
        yes.filter(given -> !policy.isCovered(purpose, given.meaning())).isPresent();
    return switch (decision) {
      case Decision.Allow _ ->
          choice(
              policy,
              purpose,
              isChanged ? State.watch("On as you agreed; it has changed since") : on(yes),
              Optional.of(off(purpose)),
              isChanged,
              yes.filter(org.aboveboard.policy.Choice::forVisit).isPresent()
                  ? Optional.empty()
                  : Optional.of(keep(purpose, known)));
      case Decision.Deny deny ->
          choice(
              policy,
              purpose,
              state(deny.reason()),
              yes.isPresent() ? Optional.of(off(purpose)) : Optional.empty(),
              !visitor.isMinor(),
              Optional.empty());
    };
  }

  /// A yes for a visit is shown with its end, and nothing kept under it outlives that by a day.
  private static State on(Optional<org.aboveboard.policy.Choice> yes) {
    return yes.filter(org.aboveboard.policy.Choice::forVisit)
        .flatMap(org.aboveboard.policy.Choice::until)
        .map(end -> State.on("On, only this visit: until " + When.moment(end)))
        .orElse(State.ON);
  }

  private Decision decide(Visitor visitor, Said said, Optional<Known> known, Purpose purpose) {
    return said.decide(
        known,
        purpose,
        Use.COLLECT,
        Optional.empty(),
        said.circumstances(visitor.optOuts(said.inForce()), visitor.isMinor()),
        clock.instant());
  }

  private Choice choice(
      Policy policy,
      Purpose purpose,
      State state,
      Optional<Act> act,
      boolean mayAsk,
      Optional<Choice.Keep> keep) {
    String words = act.isPresent() ? "See what is different" : "Turn on";
    Optional<Link> ask =
        Volunteers.isFor(policy, purpose)
            ? Optional.of(new Link("See the questions", Questions.HERE))
            : Optional.of(new Link(words, "/consent?purpose=" + purpose.id() + "&back=/privacy"))
                .filter(_ -> mayAsk && isAskedSomewhere(policy, purpose));
    return new Choice(
        Spoken.sentence(purpose.label().plain()),
        purpose.sentence().plain(),
        state,
        facts(policy, purpose),
        act,
        ask,
        keep);
  }

  private static Choice.Keep keep(Purpose purpose, Optional<Known> known) {
    Period declared = purpose.retention().longest();
    Period now =
        known
            .flatMap(who -> who.standing().keep(purpose.id()))
            .map(chosen -> Retention.shorter(chosen, declared))
            .orElse(declared);
    Tongue tongue = Tongue.of(Language.EN);
    return new Choice.Keep(
        purpose.id(),
        tongue.period(now),
        Stream.concat(DAYS.stream(), Stream.of(days(declared), days(now)))
            .filter(days -> days <= days(declared))
            .distinct()
            .sorted()
            .map(days ->
                new Choice.Length(days, tongue.period(Period.ofDays(days)), days == days(now)))
            .toList());
  }

  private static int days(Period period) {
    return Math.toIntExact(SOME_DAY.plus(period).toEpochDay() - SOME_DAY.toEpochDay());
  }

  private boolean isAskedSomewhere(Policy policy, Purpose purpose) {
    return policy.surfaces().stream()
        .anyMatch(surface -> Prompt.mayAsk(policy, surface, purpose, clock.instant()));
  }

  private static State state(Reason reason) {
    return switch (reason) {
      case WITHDRAWN, REFUSED, SWITCHED_OFF -> State.OFF_BY_YOU;
      case PAUSED -> State.PAUSED;
      case SIGNAL, CONFLICT -> new State("◌", "Switched off by your browser", "muted");
      case NOT_ASSESSED, NOT_APPROVED, PROHIBITED ->
          new State("■", "Not approved, so off for all", "muted");
      case MINOR -> new State("■", "Off: you are too young to be asked", "muted");
      case NO_LEASE -> new State("▲", "Off just now; try again in a moment", "watch");
      case EXPIRED -> new State("○", "Off: your yes has run out", "muted");
      case PURPOSE_CHANGED -> new State("○", "Off: it has changed since your yes", "muted");
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          NEVER_ASKED,
          NOT_A_DEMONSTRATION,
          NOT_YET,
          OLDER_THAN_CONSENT ->
          State.OFF;
    };
  }

  private static Act off(Purpose purpose) {
    return new Act(
        "/privacy/withdraw",
        "Switch off",
        purpose.label().plain(),
        List.of(new Fact("purpose", purpose.id())));
  }

  private static Act on(Purpose purpose) {
    return new Act(
        "/privacy/switch",
        "Switch on",
        purpose.label().plain(),
        List.of(new Fact("purpose", purpose.id()), new Fact("to", "on")));
  }

  private static List<Fact> facts(Policy policy, Purpose purpose) {
    Tongue tongue = Tongue.of(Language.EN);
    return List.of(
        new Fact("Kept", tongue.kept(purpose.retention().longest())),
        new Fact("Shared", tongue.shared(recipients(policy, purpose))),
        new Fact("Without it", purpose.ifNo().plain()));
  }

  private static List<String> recipients(Policy policy, Purpose purpose) {
    return purpose.recipients().stream()
        .flatMap(id -> policy.vendor(id).stream())
        .map(Vendor::label)
        .map(label -> label.plain())
        .toList();
  }
}
