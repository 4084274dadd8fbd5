package org.aboveboard.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One purpose of a policy, compiled so that a decision is a few masks and one answer.
///
/// Every rule that is broken or cannot be shown to hold sets the bit of its [Reason]. Reasons are
/// declared in the order of resolution, so the lowest bit is the rule that speaks, and no bit at
/// all is the only way to an allowance.
final class Rule {

  private static final int NOES =
      Reason.WITHDRAWN.bit() | Reason.REFUSED.bit() | Reason.PAUSED.bit() | Reason.CONFLICT.bit();
  private static final int DECLARATION = Reason.WITHDRAWN.bit() - 1;

  /// For one use: what the declaration has against it, and which reasons it must hear.
  private record Masks(int undeclared, int heard) {}

  private final Purpose purpose;
  private final String policyDigest;
  private final Obligations obligations;
  private final Set<String> surfaces;
  private final Decision.Deny[] denials;
  private final Map<Use, Masks> masks = new EnumMap<>(Use.class);
  private final long shortestConsentSeconds;

  Rule(Purpose purpose, String policyDigest, Obligations obligations, Set<String> surfaces) {
    this.purpose = purpose;
    this.policyDigest = policyDigest;
    this.obligations = obligations;
    this.surfaces = Set.copyOf(surfaces);
    this.denials =
        Stream.of(Reason.values())
            .map(reason -> new Decision.Deny(reason, purpose.id() + ": " + reason.rule()))
            .toArray(Decision.Deny[]::new);
    for (var use : Use.values()) {
      masks.put(use, new Masks(undeclared(use), DECLARATION | heard(use)));
    }
    this.shortestConsentSeconds = shortestSeconds(purpose.consentLasts());
  }

  /// Whether the policy's own purpose is meant, and not one of another version.
  boolean isFor(Purpose asked) {
    return asked.equals(purpose);
  }

  /// Decides about one subject; `occurred` is when the event happened that is to be collected.
  Decision decide(Question question, Standing standing, Instant occurred, Instant now) {
    var mask = requireNonNull(masks.get(question.use()));
    var stance = standing.stance(purpose.id());
    var expiry = expiry(stance.yes(), now.plus(Grant.LIFE));
    var against =
        mask.undeclared()
            | undeclared(question.use(), question.surface())
            | standing.noes(stance)
            | sent(question.optOuts(), stance)
            | lacking(stance.yes(), question.demonstration(), occurred, now, expiry);
    var broken = against & mask.heard();
    return broken == 0
        ? new Decision.Allow(
            Grant.forSubject(question, policyDigest, standing.index(), expiry, obligations),
            obligations)
        : denials[Integer.numberOfTrailingZeros(broken)];
  }

  /// Decides about everybody who agreed; who that is, the store joins at the consent index.
  Decision decide(PopulationQuestion question, Instant now) {
    var use = question.use();
    var isForEverybody = use == Use.TRAIN || use == Use.AUDIT;
    var broken = undeclared(use) | (isForEverybody ? 0 : Reason.NOT_FOR_EVERYBODY.bit());
    return broken == 0
        ? new Decision.Allow(
            Grant.forPopulation(question, policyDigest, now.plus(Grant.LIFE), obligations),
            obligations)
        : denials[Integer.numberOfTrailingZeros(broken)];
  }

  private int undeclared(Use use) {
    return (purpose.uses().contains(use) ? 0 : Reason.USE_NOT_DECLARED.bit())
        | (purpose.isOn() ? 0 : Reason.INVASIVE_NOT_APPROVED.bit());
  }

  private int undeclared(Use use, Optional<String> surface) {
    var isDeclared =
        surface.isPresent()
            ? surfaces.contains(surface.get())
            : use != Use.SERVE || purpose.level() == Level.NONE;
    return isDeclared ? 0 : Reason.SURFACE_NOT_DECLARED.bit();
  }

  /// Which of the subject's own words this purpose must hear: an order or a law is not a toggle.
  private int heard(Use use) {
    return switch (purpose.basis()) {
      case CONSENT -> ~0;
      case CONTRACT, LEGAL_OBLIGATION -> 0;
      case LEGITIMATE_INTEREST ->
          purpose.level().isProfiling() || use == Use.DISCLOSE ? NOES | Reason.SIGNAL.bit() : NOES;
    };
  }

  private int sent(OptOuts optOuts, Stance stance) {
    var yes = stance.yes();
    var gpcStands = optOuts.gpc() && !(yes.isPresent() && yes.get().inSightOfGpc());
    var signal = gpcStands ? Reason.SIGNAL.bit() : 0;
    if (optOuts.refused().contains(purpose.id())) {
      signal |= yes.isPresent() ? Reason.CONFLICT.bit() : Reason.SIGNAL.bit();
    }
    return signal;
  }

  private int lacking(
      Optional<Choice> said, boolean demonstration, Instant occurred, Instant now, Instant expiry) {
    if (said.isEmpty()) {
      return Reason.NEVER_ASKED.bit();
    }
    var yes = said.get();
    var isBorrowed = yes.evidence() == Evidence.DEMONSTRATION;
    return (isBorrowed && !demonstration ? Reason.NOT_A_DEMONSTRATION.bit() : 0)
        | (now.isBefore(yes.at()) ? Reason.NOT_YET.bit() : 0)
        | (now.isBefore(expiry) ? 0 : Reason.EXPIRED.bit())
        | (yes.purposeDigest().equals(purpose.digest()) ? 0 : Reason.PURPOSE_CHANGED.bit())
        // A borrowed yes is made up after the borrowed history it stands for.
        | (occurred.isBefore(yes.at()) && !isBorrowed ? Reason.OLDER_THAN_CONSENT.bit() : 0);
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
