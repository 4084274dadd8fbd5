package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.assertAllowed;
import static org.aboveboard.policy.Answers.assertDenied;
import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Choice.Kind.PAUSED;
import static org.aboveboard.policy.Choice.Kind.REFUSED;
import static org.aboveboard.policy.Choice.Kind.RESUMED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.IMPORTED;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.inSightOfGpc;
import static org.aboveboard.policy.Said.question;
import static org.aboveboard.policy.Said.yes;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which of the things a subject and their browser said counts.
final class ResolutionTest {

  private static final OptOuts GPC = new OptOuts(true, Set.of());
  private static final OptOuts NO_SENT = OptOuts.none().andNoTo("recommendations");

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
    var late = Said.saidAt(yes(9), Said.at(1));
    assertDenied(
        question(Use.SERVE), standing(choice(2, WITHDRAWN, PROMPT), late), Reason.WITHDRAWN);
  }

  @Test
  void aYesAndANoOfTheSameInstantAreANo() {
    var tied = Said.saidAt(yes(3), Said.at(2));
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
}
