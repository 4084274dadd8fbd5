package org.aboveboard.server.recommend;

import java.time.Instant;
import java.util.Optional;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Ask;
import org.aboveboard.policy.tell.Prompt;

/// The address where a person can change what a denial rests on, where an answer of theirs would.
///
/// It is the question at the surface, if it would be shown there now; else the page that asks at
/// once whoever opens it; and Privacy options for what was switched off, paused or objected to.
record Change(Policy policy, Standing standing, Circumstances circumstances, Instant now) {
  private static final String PRIVACY = "/privacy";

  Optional<String> of(Surface surface, Purpose purpose, Reason reason) {
    if (circumstances.minor() || circumstances.optOuts().refused().contains(purpose.id())) {
      return Optional.empty();
    }
    return switch (reason) {
      case NEVER_ASKED, NOT_YET, NOT_A_DEMONSTRATION, EXPIRED, PURPOSE_CHANGED, SIGNAL ->
          question(surface, purpose);
      case WITHDRAWN, REFUSED ->
          purpose.isAsked() ? question(surface, purpose) : Optional.of(PRIVACY);
      case PAUSED, SWITCHED_OFF -> Optional.of(PRIVACY);
      case UNKNOWN_PURPOSE,
          USE_NOT_DECLARED,
          NOT_FOR_EVERYBODY,
          SURFACE_NOT_DECLARED,
          PROHIBITED,
          NOT_ASSESSED,
          NOT_APPROVED,
          NO_LEASE,
          CONFLICT,
          MINOR,
          OLDER_THAN_CONSENT ->
          Optional.empty();
    };
  }

  private Optional<String> question(Surface surface, Purpose purpose) {
    if (isShownAt(surface, purpose)) {
      return Optional.of("/v1/prompts?surface=" + surface.id());
    }
    return policy.surfaces().stream().anyMatch(one -> Prompt.mayAsk(policy, one, purpose, now))
        ? Optional.of("/consent?purpose=" + purpose.id())
        : Optional.empty();
  }

  private boolean isShownAt(Surface surface, Purpose purpose) {
    return Ask.at(policy, surface, standing, circumstances, Ask.Visit.begun(), now)
            instanceof Ask.Whole whole
        && whole.purpose().equals(purpose);
  }

  @Override
  public String toString() {
    return "Change";
  }
}
