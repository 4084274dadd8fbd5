package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.assertAllowed;
import static org.aboveboard.policy.Answers.assertDenied;
import static org.aboveboard.policy.Answers.assertReason;
import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Choice.Kind.GIVEN;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.byGuardian;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.kept;
import static org.aboveboard.policy.Said.question;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person can narrow beside yes and no, and what age and prohibitions narrow.
final class NarrowedTest {
  private static final String FILE = "purposes/recommendations.yaml";
  private static final Choice NO_ROW =
      about(choice(2, WITHDRAWN, PROMPT), Choice.surface("home-row"), "");
  private static final Choice NO_VIEWS =
      about(choice(2, WITHDRAWN, PROMPT), Choice.signal("views"), "");

  @TempDir private Path target;

  @Test
  void aSurfaceSwitchedOffIsNotServed() {
    assertDenied(question(Use.SERVE), standing(yes(1), NO_ROW), Reason.SWITCHED_OFF);
    var page =
        new Question(7, SUGGESTIONS, Use.SERVE, Optional.of("item-page"), Circumstances.plain());
    assertAllowed(page, standing(yes(1), NO_ROW), NOON);
  }

  @Test
  void aSurfaceSwitchedOnAgainIsServed() {
    var again = about(choice(3, GIVEN, PROMPT), Choice.surface("home-row"), "");
    assertAllowed(question(Use.SERVE), standing(yes(1), NO_ROW, again), NOON);
  }

  @Test
  void switchingASurfaceOnIsNoYes() {
    var on = about(choice(1, GIVEN, PROMPT), Choice.surface("home-row"), "");
    assertDenied(question(Use.SERVE), standing(on), Reason.NEVER_ASKED);
  }

  @Test
  void aSignalSwitchedOffIsNeitherCollectedNorUsed() {
    var standing = standing(yes(1), NO_VIEWS);
    assertThat(signals(standing)).containsExactlyInAnyOrder("purchases", "ratings");
    var viewed = admit(BOOKSHOP, "Product Viewed", standing, Circumstances.plain());
    assertThat(viewed.isKept()).isFalse();
    assertThat(viewed.denials().getFirst().reason()).isEqualTo(Reason.SWITCHED_OFF);
    assertThat(admit(BOOKSHOP, "Product Reviewed", standing, Circumstances.plain()).isKept())
        .isTrue();
  }

  @Test
  void whatWasOrderedIsKeptForTheOrderWhateverIsSwitchedOff() {
    var off = about(choice(2, WITHDRAWN, PROMPT), Choice.signal("purchases"), "");
    assertThat(
            admit(BOOKSHOP, "Order Completed", standing(yes(1), off), Circumstances.plain())
                .purposes())
        .containsExactly(1);
  }

  @Test
  void keepingForLessShortensEveryStage() {
    var week = obligations(standing(yes(1), kept(2, Period.ofDays(7)))).keep();
    assertThat(week).isEqualTo(Retention.of(Period.ofDays(7)));
  }

  @Test
  void nobodyCanWantMoreThanIsDeclared() {
    var ever = obligations(standing(yes(1), kept(2, Period.ofYears(50)))).keep();
    assertThat(ever.events()).hasToString("P90D");
  }

  @Test
  void aMinorsYesDoesNotCount() {
    var minor = Circumstances.plain().ofMinor(true);
    assertDenied(asked(minor), standing(yes(1)), Reason.MINOR);
    assertDenied(asked(minor), standing(byGuardian(yes(1))), Reason.MINOR);
  }

  @Test
  void aGuardiansYesCountsWhereThePolicySaysSo() {
    var policy =
        Folder.bookshop(target).replace(FILE, "minors: exclude", "minors: guardian").read();
    var purpose = policy.purpose("recommendations").orElseThrow();
    var minor = Circumstances.plain().ofMinor(true);
    var asked = new Question(7, purpose, Use.SERVE, Optional.of("home-row"), minor);
    assertReason(policy.decide(asked, standing(yes(1)), NOON), Reason.MINOR);
    assertThat(policy.decide(asked, standing(byGuardian(yes(1))), NOON))
        .isInstanceOf(Decision.Allow.class);
  }

  @Test
  void aProhibitionOfAParentCoversItsChildren() {
    var policy =
        Folder.bookshop(target)
            .write(
                "prohibitions/behaviour.yaml",
                "label: {en: No, de: Nein}\ncategories: [behaviour]\nuses: [train]\n")
            .read();
    var purpose = policy.purpose("recommendations").orElseThrow();
    var train = new PopulationQuestion(purpose, purpose.digest(), Use.TRAIN, 1);
    assertReason(policy.decide(train, NOON), Reason.PROHIBITED);
  }

  @Test
  void aProhibitionOfWhatAPurposeCanDoWithoutTakesOnlyThat() {
    var policy =
        Folder.bookshop(target)
            .write(
                "prohibitions/ratings.yaml",
                "label: {en: No, de: Nein}\ncategories: [ratings]\nuses: [train, collect]\n")
            .read();
    var purpose = policy.purpose("recommendations").orElseThrow();
    var train = new PopulationQuestion(purpose, purpose.digest(), Use.TRAIN, 1);
    var allow = (Decision.Allow) policy.decide(train, NOON);
    assertThat(allow.obligations().signals()).containsExactlyInAnyOrder("views", "purchases");
    assertThat(admit(policy, "Product Reviewed", standing(yes(1)), Circumstances.plain()).isKept())
        .isFalse();
  }

  private static Question asked(Circumstances circumstances) {
    return new Question(7, SUGGESTIONS, Use.SERVE, Optional.of("home-row"), circumstances);
  }

  private static Set<String> signals(Standing standing) {
    return obligations(standing).signals();
  }

  private static Obligations obligations(Standing standing) {
    return ((Decision.Allow) BOOKSHOP.decide(question(Use.SERVE), standing, NOON)).obligations();
  }

  private static Admission admit(
      Policy policy, String event, Standing standing, Circumstances circumstances) {
    var type = policy.event("track", event).orElseThrow();
    return Admission.of(policy, type, 7, standing, circumstances, NOON, NOON);
  }
}
