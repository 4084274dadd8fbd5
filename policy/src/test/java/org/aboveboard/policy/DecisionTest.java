package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.PAUSED;
import static org.aboveboard.policy.Choice.Kind.REFUSED;
import static org.aboveboard.policy.Choice.Kind.RESUMED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.DEMONSTRATION;
import static org.aboveboard.policy.Evidence.IMPORTED;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.ORDERS;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.inSightOfGpc;
import static org.aboveboard.policy.Said.question;
import static org.aboveboard.policy.Said.until;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionTest {

  private static final OptOuts GPC = new OptOuts(true, Set.of());
  private static final OptOuts NO_SENT = OptOuts.none().andNoTo("recommendations");

  // Silence and the explicit yes

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

  // Withdrawal, refusal, pause

  @Test
  void aWithdrawalEndsTheYes() {
    assertDenied(
        question(Use.SERVE), standing(yes(1), choice(2, WITHDRAWN, PROMPT)), Reason.WITHDRAWN);
  }

  @Test
  void aRefusalEndsTheYes() {
    assertDenied(question(Use.SERVE), standing(yes(1), choice(2, REFUSED, PROMPT)), Reason.REFUSED);
  }

  @Test
  void aWithdrawalIsNamedBeforeARefusal() {
    assertDenied(
        question(Use.SERVE),
        standing(yes(1), choice(2, WITHDRAWN, PROMPT), choice(3, REFUSED, PROMPT)),
        Reason.WITHDRAWN);
  }

  @Test
  void aLaterYesLiftsTheNo() {
    assertAllowed(
        question(Use.SERVE),
        standing(choice(1, REFUSED, PROMPT), choice(2, WITHDRAWN, PROMPT), yes(3)),
        NOON);
  }

  @Test
  void anOldYesThatArrivesAfterTheNoDoesNotLiftIt() {
    var late =
        new Choice(
            9,
            SUGGESTIONS.id(),
            Choice.Kind.GIVEN,
            Said.at(1),
            Optional.empty(),
            SUGGESTIONS.digest(),
            PROMPT,
            false);
    assertDenied(
        question(Use.SERVE), standing(choice(2, WITHDRAWN, PROMPT), late), Reason.WITHDRAWN);
  }

  @Test
  void aYesAndANoOfTheSameInstantAreANo() {
    var tied =
        new Choice(
            3,
            SUGGESTIONS.id(),
            Choice.Kind.GIVEN,
            Said.at(2),
            Optional.empty(),
            SUGGESTIONS.digest(),
            PROMPT,
            false);
    assertDenied(question(Use.SERVE), standing(choice(2, REFUSED, PROMPT), tied), Reason.REFUSED);
  }

  @Test
  void anImportedYesDoesNotLiftWhatThePersonToldUs() {
    assertDenied(
        question(Use.SERVE),
        standing(choice(1, REFUSED, PROMPT), choice(2, Choice.Kind.GIVEN, IMPORTED)),
        Reason.REFUSED);
  }

  @Test
  void aWeakNoDoesNotMakeAStrongNoEasierToLift() {
    assertDenied(
        question(Use.SERVE),
        standing(
            choice(1, WITHDRAWN, PROMPT),
            choice(2, WITHDRAWN, IMPORTED),
            choice(3, Choice.Kind.GIVEN, IMPORTED)),
        Reason.WITHDRAWN);
  }

  @Test
  void aPauseHoldsUntilItIsEnded() {
    var paused = standing(yes(1), choice(2, PAUSED, PROMPT));
    assertDenied(question(Use.SERVE), paused, Reason.PAUSED);
    assertAllowed(question(Use.SERVE), paused.with(choice(3, RESUMED, PROMPT)), NOON);
  }

  @Test
  void pausingEverythingPausesWhatIsAsked() {
    var everything = about(choice(2, PAUSED, PROMPT), Choice.EVERYTHING, "");
    var resumed = about(choice(3, RESUMED, PROMPT), Choice.EVERYTHING, "");
    assertDenied(question(Use.SERVE), standing(yes(1), everything), Reason.PAUSED);
    assertAllowed(question(Use.SERVE), standing(yes(1), everything, resumed), NOON);
  }

  @Test
  void theEndOfAPauseIsNotAYes() {
    var resumed = standing(choice(1, PAUSED, PROMPT), choice(2, RESUMED, PROMPT));
    assertDenied(question(Use.SERVE), resumed, Reason.NEVER_ASKED);
  }

  // Signals

  @Test
  void globalPrivacyControlIsANo() {
    assertDenied(question(GPC), Standing.silent(), Reason.SIGNAL);
    assertDenied(question(GPC), standing(yes(1)), Reason.SIGNAL);
  }

  @Test
  void aYesInSightOfGlobalPrivacyControlHolds() {
    assertAllowed(question(GPC), standing(inSightOfGpc(yes(1))), NOON);
  }

  @Test
  void onlyTheExactHeaderIsGlobalPrivacyControl() {
    assertThat(OptOuts.ofGpcHeader("1").gpc()).isTrue();
    for (var other : List.of("", "0", "true", " 1", "1,1")) {
      assertThat(OptOuts.ofGpcHeader(other).gpc()).as(other).isFalse();
    }
  }

  @Test
  void aRecordedYesAndANoSentNowAreAConflictWhichIsANo() {
    assertDenied(question(NO_SENT), standing(yes(1)), Reason.CONFLICT);
    assertDenied(question(NO_SENT), standing(inSightOfGpc(yes(1))), Reason.CONFLICT);
    assertDenied(question(NO_SENT), Standing.silent(), Reason.SIGNAL);
  }

  @Test
  void aNoSentForAnotherPurposeLeavesThisOne() {
    assertAllowed(question(OptOuts.none().andNoTo("taste-profile")), standing(yes(1)), NOON);
  }

  @Test
  void theOrderOfResolutionIsTheDeclaredOne() {
    var standing = standing(yes(1));
    var everythingSent = new OptOuts(true, Set.of("recommendations"));
    assertDenied(question(everythingSent), standing, Reason.CONFLICT);
    standing = standing.with(choice(2, PAUSED, PROMPT));
    assertDenied(question(everythingSent), standing, Reason.PAUSED);
    standing = standing.with(choice(3, REFUSED, PROMPT));
    assertDenied(question(everythingSent), standing, Reason.REFUSED);
    standing = standing.with(choice(4, WITHDRAWN, PROMPT));
    assertDenied(question(everythingSent), standing, Reason.WITHDRAWN);
  }

  // Evidence

  @Test
  void aYesMadeUpForADemonstrationCountsOnlyInOne() {
    var standing = standing(choice(1, Choice.Kind.GIVEN, DEMONSTRATION));
    assertDenied(question(Use.SERVE), standing, Reason.NOT_A_DEMONSTRATION);
    var demonstration =
        new Question(7, SUGGESTIONS, Use.TRAIN, Optional.empty(), OptOuts.none(), true);
    assertAllowed(demonstration, standing, NOON);
  }

  @Test
  void aDemonstrationDoesNotWeakenARealYes() {
    var standing = standing(yes(1), choice(2, Choice.Kind.GIVEN, DEMONSTRATION));
    assertAllowed(question(Use.SERVE), standing, NOON);
  }

  // The declaration

  @Test
  void aSurfaceThatDoesNotListThePurposeIsDenied() {
    for (var surface : List.of("checkout", "")) {
      var elsewhere =
          new Question(7, SUGGESTIONS, Use.SERVE, Optional.of(surface), OptOuts.none(), false);
      assertDenied(elsewhere, standing(yes(1)), Reason.SURFACE_NOT_DECLARED);
    }
  }

  @Test
  void aPersonalAnswerNeedsASurface() {
    var nowhere = new Question(7, SUGGESTIONS, Use.SERVE, Optional.empty(), OptOuts.none(), false);
    assertDenied(nowhere, standing(yes(1)), Reason.SURFACE_NOT_DECLARED);
  }

  @Test
  void anInvasivePurposeWithoutApprovalIsOff() {
    var taste = BOOKSHOP.purpose("taste-profile").orElseThrow();
    var agreed = standing(about(yes(1), taste.id(), taste.digest()));
    var ask = new Question(7, taste, Use.COLLECT, Optional.empty(), OptOuts.none(), false);
    assertDenied(ask, agreed, Reason.INVASIVE_NOT_APPROVED);
    assertReason(
        BOOKSHOP.decide(new PopulationQuestion(taste, Use.TRAIN, 1, false), NOON),
        Reason.INVASIVE_NOT_APPROVED);
  }

  @Test
  void anApprovedInvasivePurposeStillNeedsItsOwnYes(@TempDir Path target) {
    var folder = Folder.bookshop(target);
    folder.replace("purposes/taste-profile.yaml", "approved: false", "approved: true");
    var policy = folder.read();
    var taste = policy.purpose("taste-profile").orElseThrow();
    var ask = new Question(7, taste, Use.COLLECT, Optional.empty(), OptOuts.none(), false);
    assertReason(policy.decide(ask, standing(yes(1)), NOON), Reason.NEVER_ASKED);
    var agreed = standing(about(yes(1), taste.id(), taste.digest()));
    assertThat(policy.decide(ask, agreed, NOON)).isInstanceOf(Decision.Allow.class);
  }

  @Test
  void aPurposeOfAnotherPolicyIsUnknown() {
    var films = Folder.read("films").purpose("recommendations").orElseThrow();
    var ask = new Question(7, films, Use.COLLECT, Optional.empty(), OptOuts.none(), false);
    assertDenied(ask, standing(yes(1)), Reason.UNKNOWN_PURPOSE);
  }

  @Test
  void anOrderIsNoToggle() {
    var ask = new Question(7, ORDERS, Use.COLLECT, Optional.empty(), GPC, false);
    assertAllowed(ask, Standing.silent(), NOON);
    var withdrawn = about(choice(1, WITHDRAWN, PROMPT), ORDERS.id(), "");
    assertAllowed(ask, standing(withdrawn), NOON);
    var train = new Question(7, ORDERS, Use.TRAIN, Optional.empty(), OptOuts.none(), false);
    assertDenied(train, Standing.silent(), Reason.USE_NOT_DECLARED);
  }

  @Test
  void anInterestOfTheShopCanBeObjectedTo(@TempDir Path target) {
    var policy =
        Folder.bookshop(target)
            .replace("purposes/order-service.yaml", "basis: contract", "basis: legitimateInterest")
            .read();
    var interest = policy.purpose("order-service").orElseThrow();
    var ask = new Question(7, interest, Use.COLLECT, Optional.empty(), GPC, false);
    assertThat(policy.decide(ask, Standing.silent(), NOON)).isInstanceOf(Decision.Allow.class);
    var objected = standing(about(choice(1, REFUSED, PROMPT), interest.id(), ""));
    assertReason(policy.decide(ask, objected, NOON), Reason.REFUSED);
  }

  // Everybody

  @Test
  void onlyTrainingAndAuditsMayAskAboutEverybody() {
    for (var use : SUGGESTIONS.uses()) {
      var decision = BOOKSHOP.decide(new PopulationQuestion(SUGGESTIONS, use, 42, false), NOON);
      if (use == Use.TRAIN || use == Use.AUDIT) {
        var grant = ((Decision.Allow) decision).grant();
        assertThat(grant.isPopulation()).isTrue();
        assertThat(grant.subject()).isEmpty();
        assertThat(grant.consentIndex()).isEqualTo(42);
      } else {
        assertReason(decision, Reason.NOT_FOR_EVERYBODY);
      }
    }
  }

  // Answers

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
    assertThat(allow.obligations().keep()).hasToString("P90D");
    assertThat(allow.obligations().signals())
        .containsExactlyInAnyOrder("views", "purchases", "ratings");
  }

  private static Standing standing(Choice... choices) {
    return Standing.of(List.of(choices));
  }

  private static void assertAllowed(Question question, Standing standing, Instant now) {
    assertThat(BOOKSHOP.decide(question, standing, now)).isInstanceOf(Decision.Allow.class);
  }

  private static void assertDenied(Question question, Standing standing, Reason reason) {
    assertDenied(question, standing, NOON, reason);
  }

  private static void assertDenied(
      Question question, Standing standing, Instant now, Reason reason) {
    assertReason(BOOKSHOP.decide(question, standing, now), reason);
  }

  private static void assertReason(Decision decision, Reason reason) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(reason));
  }
}
