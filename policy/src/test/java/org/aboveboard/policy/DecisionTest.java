package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.assertAllowed;
import static org.aboveboard.policy.Answers.assertDenied;
import static org.aboveboard.policy.Answers.assertReason;
import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Evidence.DEMONSTRATION;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.question;
import static org.aboveboard.policy.Said.until;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a yes is worth, and what the answer to a question says.
final class DecisionTest {

  @Test
  void silenceIsNotConsent() {
    for (var use : SUGGESTIONS.uses()) {
      assertDenied(question(use), Standing.silent(), Reason.NEVER_ASKED);
    }
  }

  @Test
  void anExplicitYesAllowsTheDeclaredUsesOnly() {
    for (var use : Use.values()) {
      var decision = BOOKSHOP.decide(question(use), standing(yes(1)), NOON);
      if (SUGGESTIONS.uses().contains(use)) {
        assertThat(decision).isInstanceOf(Decision.Allow.class);
      } else {
        assertReason(decision, Reason.USE_NOT_DECLARED);
      }
    }
  }

  @Test
  void aYesToOnePurposeIsNoYesToAnother() {
    var other = about(yes(1), "taste-profile", "");
    assertDenied(question(Use.SERVE), standing(other), Reason.NEVER_ASKED);
  }

  @Test
  void theLastInstantOfConsentIsExclusive() {
    var standing = standing(until(yes(1), NOON));
    assertAllowed(question(Use.SERVE), standing, NOON.minusNanos(1));
    assertDenied(question(Use.SERVE), standing, NOON, Reason.EXPIRED);
  }

  @Test
  void aYesWithoutAnEndEndsWhenThePolicySaysSo() {
    var standing = standing(yes(1));
    var end = yes(1).at().atOffset(ZoneOffset.UTC).plus(SUGGESTIONS.consentLasts()).toInstant();
    assertAllowed(question(Use.SERVE), standing, end.minusNanos(1));
    assertDenied(question(Use.SERVE), standing, end, Reason.EXPIRED);
    assertDenied(question(Use.SERVE), standing, Instant.MAX.minusSeconds(9), Reason.EXPIRED);
  }

  @Test
  void anEndTheSubjectSetLaterThanThePolicysDoesNotCount() {
    var standing = standing(until(yes(1), Instant.MAX));
    var year = NOON.plusSeconds(366L * 86_400);
    assertDenied(question(Use.SERVE), standing, year, Reason.EXPIRED);
  }

  @Test
  void aYesDoesNotHoldBeforeItIsGiven() {
    var before = yes(1).at().minusNanos(1);
    assertDenied(question(Use.SERVE), standing(yes(1)), before, Reason.NOT_YET);
    assertAllowed(question(Use.SERVE), standing(yes(1)), yes(1).at());
  }

  @Test
  void aYesToAnotherMeaningOfThePurposeDoesNotCount() {
    var old = about(yes(1), SUGGESTIONS.id(), "another digest");
    assertDenied(question(Use.SERVE), standing(old), Reason.PURPOSE_CHANGED);
  }

  @Test
  void aYesMadeUpForADemonstrationCountsOnlyInOne() {
    var standing = standing(choice(1, Choice.Kind.GIVEN, DEMONSTRATION));
    assertDenied(question(Use.SERVE), standing, Reason.NOT_A_DEMONSTRATION);
    var demonstration =
        new Question(
            7,
            SUGGESTIONS,
            Use.TRAIN,
            Optional.empty(),
            Circumstances.plain().inDemonstration(true));
    assertAllowed(demonstration, standing, NOON);
  }

  @Test
  void aDemonstrationDoesNotWeakenARealYes() {
    var standing = standing(yes(1), choice(2, Choice.Kind.GIVEN, DEMONSTRATION));
    assertAllowed(question(Use.SERVE), standing, NOON);
  }

  @Test
  void aDenialNamesTheRuleInWords() {
    var denial = (Decision.Deny) BOOKSHOP.decide(question(Use.SERVE), Standing.silent(), NOON);
    assertThat(denial.rule())
        .isEqualTo("recommendations: the subject has not said yes, and silence is a no");
    assertThat(denial.truth()).isEqualTo(Truth.UNPROVABLE);
  }

  @Test
  void anAllowanceObligesToTheDeclaration() {
    var decision = BOOKSHOP.decide(question(Use.SERVE), standing(yes(1)), NOON);
    var allow = (Decision.Allow) decision;
    assertThat(allow.truth()).isEqualTo(Truth.SATISFIED);
    assertThat(allow.obligations().fields()).containsExactly("rated.value");
    assertThat(allow.obligations().keep().events()).hasToString("P90D");
    assertThat(allow.obligations().signals())
        .containsExactlyInAnyOrder("views", "purchases", "ratings");
  }
}
