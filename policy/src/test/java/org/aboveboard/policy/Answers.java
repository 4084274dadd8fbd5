package org.aboveboard.policy;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

/// What tests say about the answer to a question.
final class Answers {
  private Answers() {}

  static Standing standing(Choice... choices) {
    return Standing.of(List.of(choices));
  }

  static void assertAllowed(Question question, Standing standing, Instant now) {
    assertThat(BOOKSHOP.decide(question, standing, now)).isInstanceOf(Decision.Allow.class);
  }

  static void assertDenied(Question question, Standing standing, Reason reason) {
    assertDenied(question, standing, NOON, reason);
  }

  static void assertDenied(Question question, Standing standing, Instant now, Reason reason) {
    assertReason(BOOKSHOP.decide(question, standing, now), reason);
  }

  static void assertReason(Decision decision, Reason reason) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(reason));
  }
}
