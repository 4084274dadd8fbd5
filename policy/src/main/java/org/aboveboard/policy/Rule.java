package org.aboveboard.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One purpose of a policy, compiled so that a decision is a few masks and one answer.
///
/// Every rule that is broken or cannot be shown to hold sets the bit of its [Reason]. Reasons are
/// declared in the order of resolution, so the lowest bit is the rule that speaks, and no bit at
/// all is the only way to an allowance.
final class Rule {

  private static final int NOES =
      Reason.WITHDRAWN.bit()
          | Reason.REFUSED.bit()
          | Reason.PAUSED.bit()
          | Reason.SWITCHED_OFF.bit()
          | Reason.CONFLICT.bit();
  private static final int DECLARATION = Reason.WITHDRAWN.bit() - 1;

  /// For one use: what the declaration has against it, and which reasons it must hear.
  private record Masks(int undeclared, int heard) {}

  /// An event that is to be collected, and when it happened.
  record Occurred(EventType event, Instant at) {}

  private final Purpose purpose;
  private final String policyDigest;
  private final Scope whole;
  private final Map<String, Scope> agreed;
  private final Clearance clearance;
  private final Decision.Deny[] denials;
  private final Map<Use, Masks> masks = new EnumMap<>(Use.class);
  private final long shortestConsentSeconds;

  /// @param agreed what a yes to an earlier meaning still allows, by that meaning's digest
  Rule(
      Declared declared,
      Purpose purpose,
      String policyDigest,
      Scope whole,
      Map<String, Scope> agreed,
      Clearance clearance) {
    this.purpose = purpose;
    this.policyDigest = policyDigest;
    this.whole = whole;
    this.agreed = Map.copyOf(agreed);
    this.clearance = clearance;
    this.denials =
        Stream.of(Reason.values())
            .map(reason -> new Decision.Deny(reason, purpose.id() + ": " + reason.rule()))
            .toArray(Decision.Deny[]::new);
    for (var use : Use.values()) {
      masks.put(use, new Masks(undeclared(declared, use), DECLARATION | heard(use)));
    }
    this.shortestConsentSeconds = shortestSeconds(purpose.consentLasts());
  }

  /// Whether the policy's own purpose is meant, and not one of another version.
  boolean isFor(Purpose asked) {
    return asked.equals(purpose);
  }

  /// What the declaration leaves to a use at a surface, before anybody has said anything.
  Optional<Obligations> atMost(Use use, Optional<String> surface) {
    var against = requireNonNull(masks.get(use)).undeclared() | undeclared(use, surface);
    return against == 0 ? Optional.of(whole.obligations(use, surface)) : Optional.empty();
  }

  /// Decides about one subject; `occurred` is the event that is to be collected, if one is.
  Decision decide(Question question, Standing standing, Optional<Occurred> occurred, Instant now) {
    var mask = requireNonNull(masks.get(question.use()));
    var stance = standing.stance(purpose.id());
    var expiry = expiry(stance.yes(), now.plus(Grant.LIFE));
    var scope = scope(stance.yes());
    var against =
        mask.undeclared()
            | undeclared(question.use(), question.surface())
            | forbidden(question.use(), occurred)
            | clearance.lacking(now)
            | (question.circumstances().leased() ? 0 : Reason.NO_LEASE.bit())
            | standing.noes(stance)
            | standing.switchedOff(question.surface(), occurred)
            | sent(question.circumstances(), question.use(), stance)
            | lacking(standing, stance.yes(), question, scope, occurred, now, expiry);
    var broken = against & mask.heard();
    return broken == 0
        ? allow(question, standing, stance, scope.orElse(whole), expiry, now)
        : denials[Integer.numberOfTrailingZeros(broken)];
  }

  private Decision allow(
      Question question,
      Standing standing,
      Stance stance,
      Scope scope,
      Instant expiry,
      Instant now) {
    var usual = scope.obligations(question.use(), question.surface());
    var duties =
        purpose.isAsked()
            ? standing.narrowed(usual, stance).untilTheVisitEnds(question.use(), stance.yes(), now)
            : usual;
    return new Decision.Allow(
        Grant.forSubject(
            question, agreement(stance), policyDigest, standing.index(), expiry, duties),
        duties);
  }

  /// Decides about everybody who agreed; who that is, the store joins at the consent index.
  Decision decide(PopulationQuestion question, Instant now) {
    var use = question.use();
    var isForEverybody = use == Use.TRAIN || use == Use.AUDIT;
    var scope = scope(question.agreed());
    var broken =
        requireNonNull(masks.get(use)).undeclared()
            | clearance.lacking(now)
            | (isForEverybody ? 0 : Reason.NOT_FOR_EVERYBODY.bit())
            | (covers(scope, use, Optional.empty()) ? 0 : Reason.PURPOSE_CHANGED.bit());
    if (broken != 0) {
      return denials[Integer.numberOfTrailingZeros(broken)];
    }
    var duties = scope.orElseThrow().obligations(use, Optional.empty());
    return new Decision.Allow(
        Grant.forPopulation(question, policyDigest, now.plus(Grant.LIFE), duties), duties);
  }

  private String agreement(Stance stance) {
    return purpose.isAsked() ? stance.yes().map(Choice::meaning).orElse("") : purpose.digest();
  }

  /// What a yes allows: all of the purpose, the part of it that was agreed to, or nothing known.
  private Optional<Scope> scope(Optional<Choice> yes) {
    return purpose.isAsked() ? yes.flatMap(said -> scope(said.meaning())) : Optional.of(whole);
  }

  private Optional<Scope> scope(String meaning) {
    return meaning.equals(purpose.digest())
        ? Optional.of(whole)
        : Optional.ofNullable(agreed.get(meaning));
  }

  private static boolean covers(Optional<Scope> scope, Use use, Optional<String> surface) {
    return scope.isPresent() && scope.get().covers(use, surface);
  }

  private int undeclared(Declared declared, Use use) {
    return (purpose.uses().contains(use) ? 0 : Reason.USE_NOT_DECLARED.bit())
        | (Scope.isProhibited(declared, purpose, use) ? Reason.PROHIBITED.bit() : 0);
  }

  private int undeclared(Use use, Optional<String> surface) {
    var isDeclared =
        surface.isPresent()
            ? whole.isAt(surface)
            : use != Use.SERVE || purpose.level() == Level.NONE;
    return isDeclared ? 0 : Reason.SURFACE_NOT_DECLARED.bit();
  }

  private int forbidden(Use use, Optional<Occurred> occurred) {
    return occurred.isPresent() && !includes(whole, use, occurred.get())
        ? Reason.PROHIBITED.bit()
        : 0;
  }

  /// Which of the subject's own words this purpose must hear: an order or a law is not a toggle.
  private int heard(Use use) {
    return switch (purpose.basis()) {
      case CONSENT -> ~0;
      case CONTRACT, LEGAL_OBLIGATION -> 0;
      case LEGITIMATE_INTEREST ->
          NOES | Reason.SIGNAL.bit() | (isFarReaching(use) ? Reason.MINOR.bit() : 0);
    };
  }

  /// Whether a use needs a yes, or does what Global Privacy Control speaks of. Whoever names a
  /// purpose and says no is heard of every interest too: that is an objection.
  private boolean isFarReaching(Use use) {
    return purpose.isAsked() || purpose.level().isProfiling() || use == Use.DISCLOSE;
  }

  private int sent(Circumstances circumstances, Use use, Stance stance) {
    var yes = stance.yes();
    var optOuts = circumstances.optOuts();
    var gpcStands =
        optOuts.gpc() && isFarReaching(use) && !(yes.isPresent() && yes.get().inSightOfGpc());
    var broken = gpcStands ? Reason.SIGNAL.bit() : 0;
    if (optOuts.refused().contains(purpose.id())) {
      broken |= yes.isPresent() ? Reason.CONFLICT.bit() : Reason.SIGNAL.bit();
    }
    return circumstances.minor() && !isGuarded(yes) ? broken | Reason.MINOR.bit() : broken;
  }

  private boolean isGuarded(Optional<Choice> yes) {
    return purpose.minors() == Minors.GUARDIAN && yes.isPresent() && yes.get().byGuardian();
  }

  private int lacking(
      Standing standing,
      Optional<Choice> said,
      Question question,
      Optional<Scope> scope,
      Optional<Occurred> occurred,
      Instant now,
      Instant expiry) {
    if (said.isEmpty()) {
      return Reason.NEVER_ASKED.bit();
    }
    var yes = said.get();
    var isBorrowed = yes.evidence() == Evidence.DEMONSTRATION;
    var isDemonstration = question.circumstances().demonstration();
    return (isBorrowed && !isDemonstration ? Reason.NOT_A_DEMONSTRATION.bit() : 0)
        | (now.isBefore(yes.at()) ? Reason.NOT_YET.bit() : 0)
        | (now.isBefore(expiry) ? 0 : Reason.EXPIRED.bit())
        | (agreesTo(scope, question, occurred) ? 0 : Reason.PURPOSE_CHANGED.bit())
        // A borrowed yes is made up after the borrowed history it stands for.
        | (isOlder(occurred, yes) && !isBorrowed && !wasAgreed(standing, occurred, yes)
            ? Reason.OLDER_THAN_CONSENT.bit()
            : 0);
  }

  private static boolean agreesTo(
      Optional<Scope> scope, Question question, Optional<Occurred> occurred) {
    return covers(scope, question.use(), question.surface())
        && (occurred.isEmpty() || includes(scope.get(), question.use(), occurred.get()));
  }

  private static boolean includes(Scope scope, Use use, Occurred occurred) {
    return scope.obligations(use, Optional.empty()).events().contains(occurred.event().id());
  }

  private static boolean isOlder(Optional<Occurred> occurred, Choice yes) {
    return occurred.isPresent() && occurred.get().at().isBefore(yes.at());
  }

  /// Whether an earlier yes to the same meaning held when it happened, after which no no was said.
  private boolean wasAgreed(Standing standing, Optional<Occurred> occurred, Choice yes) {
    return standing
        .unbroken(purpose.id())
        .filter(before -> before.meaning().equals(yes.meaning()))
        .filter(before -> before.evidence() != Evidence.DEMONSTRATION)
        .anyMatch(before ->
            occurred
                .map(Occurred::at)
                .filter(at -> !at.isBefore(before.at()) && at.isBefore(end(before)))
                .isPresent());
  }

  private Instant end(Choice yes) {
    return expiry(Optional.of(yes), Instant.MAX);
  }

  /// The earliest of the horizon, the end the subject set and the end the policy sets.
  private Instant expiry(Optional<Choice> said, Instant horizon) {
    if (said.isEmpty() || !purpose.isAsked()) {
      return horizon;
    }
    var yes = said.get();
    var end = earlier(horizon, yes.until().orElse(horizon));
    // Calendar arithmetic is slow, so it waits until the shortest reading of the period is over.
    return end.getEpochSecond() - yes.at().getEpochSecond() < shortestConsentSeconds
        ? end
        : earlier(end, yes.at().atOffset(ZoneOffset.UTC).plus(purpose.consentLasts()).toInstant());
  }

  private static Instant earlier(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }

  private static long shortestSeconds(Period period) {
    return ((period.getYears() * 12L + period.getMonths()) * 28 + period.getDays()) * 86_400;
  }
}
