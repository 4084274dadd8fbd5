package org.aboveboard.policy.tell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// Whether somebody is asked something at the surface they have reached: the whole question, one
/// line, or nothing.
///
/// Nobody is asked before they reach the place, in the middle of something, more often in a visit
/// than the policy says, again within the declared time after a no, or against a signal of their
/// browser. Who agreed to less than a purpose has become is asked again; who refused is not.
public sealed interface Ask {

  /// The whole question.
  ///
  /// @param agreed the digest of what they agreed to before, where they did
  /// @param why why it is asked: never before, run out, or changed since
  record Whole(Purpose purpose, Optional<String> agreed, Reason why) implements Ask {}

  /// One line that says how things stand, and where to change it.
  record Line(Purpose purpose, Reason why) implements Ask {}

  /// Nothing is asked here.
  record Nothing() implements Ask {}

  /// What a visit has brought so far.
  ///
  /// @param shown ids of the purposes that were asked about in full, or folded away
  record Visit(Set<String> shown) {
    public Visit {
      shown = Set.copyOf(shown);
    }

    /// The visit after one more question.
    public Visit after(String purpose) {
      var more = new HashSet<>(shown);
      more.add(purpose);
      return new Visit(more);
    }

    /// A visit that has only begun.
    public static Visit begun() {
      return new Visit(Set.of());
    }
  }

  /// What is asked of somebody at a surface, now.
  static Ask at(
      Policy policy,
      Surface surface,
      Standing standing,
      Circumstances circumstances,
      Visit visit,
      Instant now) {
    return surface.purposes().stream()
        .flatMap(id -> policy.purpose(id).stream())
        .filter(purpose -> Prompt.mayAsk(policy, surface, purpose, now))
        .filter(purpose -> !Prompt.needsItsOwnPage(policy, purpose))
        .findFirst()
        .map(purpose -> {
          var question =
              new Question(0, purpose, Use.SERVE, Optional.of(surface.id()), circumstances);
          var agreed = standing.yes(purpose.id()).map(Choice::meaning);
          return switch (policy.decide(question, standing, now)) {
            case Decision.Allow _ ->
                agreed.filter(yes -> !policy.isCovered(purpose, yes)).isPresent()
                    ? once(policy, purpose, agreed, Reason.PURPOSE_CHANGED, visit)
                    : new Nothing();
            case Decision.Deny deny ->
                denied(policy, purpose, agreed, deny.reason(), standing, visit, now);
          };
        })
        .orElseGet(Nothing::new);
  }

  private static Ask denied(
      Policy policy,
      Purpose purpose,
      Optional<String> agreed,
      Reason reason,
      Standing standing,
      Visit visit,
      Instant now) {
    return switch (reason) {
      case NEVER_ASKED, NOT_YET, NOT_A_DEMONSTRATION, EXPIRED, PURPOSE_CHANGED ->
          once(policy, purpose, agreed, reason, visit);
      case WITHDRAWN, REFUSED ->
          standing.no(purpose.id()).filter(no -> isLongAgo(policy, no, now)).isPresent()
              ? once(policy, purpose, agreed, reason, visit)
              : new Line(purpose, reason);
      case PAUSED, SWITCHED_OFF, CONFLICT, SIGNAL -> new Line(purpose, reason);
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          PROHIBITED,
          NOT_ASSESSED,
          NOT_APPROVED,
          NO_LEASE,
          MINOR,
          OLDER_THAN_CONSENT ->
          new Nothing();
    };
  }

  private static Ask once(
      Policy policy, Purpose purpose, Optional<String> agreed, Reason why, Visit visit) {
    return visit.shown().contains(purpose.id())
            || visit.shown().size() >= policy.asking().perSession()
        ? new Line(purpose, why)
        : new Whole(purpose, agreed, why);
  }

  private static boolean isLongAgo(Policy policy, Instant no, Instant now) {
    var again = no.atOffset(ZoneOffset.UTC).plus(policy.asking().againAfter()).toInstant();
    return !now.isBefore(again);
  }
}
