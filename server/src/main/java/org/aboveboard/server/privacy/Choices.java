package org.aboveboard.server.privacy;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// How every purpose of the policy stands for one person, by the same decisions that rule its use.
@Singleton
final class Choices {
  private final Declaration declaration;
  private final ConsentStore consents;
  private final InstantSource clock;

  Choices(Declaration declaration, ConsentStore consents, InstantSource clock) {
    this.declaration = declaration;
    this.consents = consents;
    this.clock = clock;
  }

  List<Choice> of(Visitor visitor) {
    Optional<Known> known = consents.known(visitor.name());
    return declaration.policy().purposes().stream()
        .map(purpose -> purpose.isAsked() ? asked(visitor, known, purpose) : unasked(purpose))
        .toList();
  }

  private Choice unasked(Purpose purpose) {
    return new Choice(
        capital(purpose.label()),
        purpose.sentence(),
        State.fixed(ground(purpose.basis())),
        facts(purpose),
        Optional.empty(),
        Optional.empty());
  }

  private static String ground(Basis basis) {
    return switch (basis) {
      case CONSENT -> "Rests on your yes";
      case CONTRACT -> "Part of buying";
      case LEGAL_OBLIGATION -> "The law asks for it";
      case LEGITIMATE_INTEREST -> "Our own interest; you can object";
    };
  }

  private Choice asked(Visitor visitor, Optional<Known> known, Purpose purpose) {
    Decision decision = decide(visitor, known, purpose);
    return switch (decision) {
      case Decision.Allow _ -> choice(purpose, State.ON, Optional.of(off(purpose)), false);
      case Decision.Deny deny ->
          choice(
              purpose,
              state(deny.reason()),
              hasYes(known, purpose) ? Optional.of(off(purpose)) : Optional.empty(),
              !visitor.isMinor());
    };
  }

  private Decision decide(Visitor visitor, Optional<Known> known, Purpose purpose) {
    Question question =
        new Question(
            known.map(who -> who.subject().number()).orElse(0L),
            purpose,
            Use.COLLECT,
            Optional.empty(),
            visitor.optOuts(),
            declaration.isDemonstration());
    Standing standing = known.map(Known::standing).orElse(Standing.silent());
    return declaration.policy().decide(question, standing, clock.instant());
  }

  private static boolean hasYes(Optional<Known> known, Purpose purpose) {
    return known.flatMap(who -> who.standing().yes(purpose.id())).isPresent();
  }

  private Choice choice(Purpose purpose, State state, Optional<Act> act, boolean mayAsk) {
    Optional<Link> ask =
        Optional.of(new Link("Turn on", "/consent?purpose=" + purpose.id() + "&back=/privacy"))
            .filter(_ -> mayAsk && isAskedSomewhere(purpose));
    return new Choice(
        capital(purpose.label()), purpose.sentence(), state, facts(purpose), act, ask);
  }

  private boolean isAskedSomewhere(Purpose purpose) {
    Policy policy = declaration.policy();
    return policy.surfaces().stream().anyMatch(surface -> Prompt.mayAsk(surface, purpose));
  }

  private static State state(Reason reason) {
    return switch (reason) {
      case WITHDRAWN, REFUSED -> State.OFF_BY_YOU;
      case PAUSED -> State.PAUSED;
      case SIGNAL, CONFLICT -> new State("◌", "Switched off by your browser", "muted");
      case INVASIVE_NOT_APPROVED -> new State("■", "Not approved, so off for all", "muted");
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
        purpose.label(),
        List.of(new Fact("purpose", purpose.id())));
  }

  private static List<Fact> facts(Purpose purpose) {
    return List.of(
        new Fact("Kept", When.span(purpose.retention()) + ", then erased"),
        new Fact(
            "Shared",
            purpose.recipients().isEmpty()
                ? "with no one"
                : "with " + String.join(", ", purpose.recipients())),
        new Fact("Without it", purpose.ifNo()));
  }

  static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
