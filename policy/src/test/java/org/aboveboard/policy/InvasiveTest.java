package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.assertReason;
import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guesses about a person need their own yes, a valid assessment and a signed approval.
final class InvasiveTest {
  private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);
  private static final String ASSESSMENT = "assessments/taste.yaml";

  @TempDir private Path target;

  private final Signer officer = Signer.fresh();

  @Test
  void withoutAnApprovalItIsOffForEverybody() {
    var policy = folder().read();
    assertReason(decide(policy), Reason.NOT_APPROVED);
    var everybody = new PopulationQuestion(taste(policy), taste(policy).digest(), Use.TRAIN, 1);
    assertReason(policy.decide(everybody, NOON), Reason.NOT_APPROVED);
    assertThat(policy.closed(taste(policy), NOON)).contains(Reason.NOT_APPROVED);
  }

  @Test
  void withAllThreeItIsOn() {
    assertThat(decide(approved(folder()))).isInstanceOf(Decision.Allow.class);
  }

  @Test
  void itStillNeedsItsOwnYes() {
    var policy = approved(folder());
    assertReason(policy.decide(question(policy), standing(yes(1)), NOON), Reason.NEVER_ASKED);
  }

  @Test
  void anApprovalEndsWithItsLastDay() {
    var policy = approved(folder());
    var last = UNTIL.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    assertThat(policy.closed(taste(policy), last.minusNanos(1))).isEmpty();
    assertThat(policy.closed(taste(policy), last)).contains(Reason.NOT_APPROVED);
  }

  @Test
  void anApprovalIsOfOnePolicyAndNotOfTheNext() {
    var approval = officer.approve(folder().read(), "taste-profile", UNTIL);
    var next = folder().replace("surfaces/home-row.yaml", "length: 12", "length: 11").read();
    assertReason(decide(next.with(List.of(approval))), Reason.NOT_APPROVED);
  }

  @Test
  void aChangedApprovalIsNone() {
    var policy = folder().read();
    var approval = officer.approve(policy, "taste-profile", UNTIL);
    var longer =
        new Approval(
            approval.purpose(),
            approval.role(),
            approval.person(),
            approval.policy(),
            approval.why(),
            approval.results(),
            UNTIL.plusYears(9),
            approval.signature());
    assertReason(decide(policy.with(List.of(longer))), Reason.NOT_APPROVED);
    assertReason(decide(policy.with(List.of(approval.with("AAAA")))), Reason.NOT_APPROVED);
    assertReason(decide(policy.with(List.of(approval.with("not base64!")))), Reason.NOT_APPROVED);
  }

  @Test
  void somebodyElsesSignatureIsNone() {
    var policy = folder().read();
    var stranger = Signer.fresh().approve(policy, "taste-profile", UNTIL);
    assertReason(decide(policy.with(List.of(stranger))), Reason.NOT_APPROVED);
  }

  @Test
  void anotherRolesSignatureIsNone() {
    var folder = folder().replace("people/mo.yaml", "role: ethics-officer", "role: model-owner");
    assertReason(decide(approved(folder)), Reason.NOT_APPROVED);
  }

  @Test
  void anAssessmentOfAnotherMeaningIsStale() {
    var folder = folder().replace("purposes/taste-profile.yaml", "P30D", "P60D");
    assertReason(decide(approved(folder)), Reason.NOT_ASSESSED);
  }

  @Test
  void anAssessmentThatFoundTooMuchRiskIsNone() {
    var folder = folder().replace(ASSESSMENT, "outcome: acceptable", "outcome: notAcceptable");
    assertReason(decide(approved(folder)), Reason.NOT_ASSESSED);
  }

  @Test
  void anAssessmentEnds() {
    var folder = folder().replace(ASSESSMENT, "until: 2027-11-01", "until: 2026-11-03");
    assertReason(decide(approved(folder)), Reason.NOT_ASSESSED);
  }

  private Folder folder() {
    return officer.join(Folder.bookshop(target));
  }

  private Policy approved(Folder folder) {
    var policy = folder.read();
    return policy.with(List.of(officer.approve(policy, "taste-profile", UNTIL)));
  }

  private static Decision decide(Policy policy) {
    var agreed = about(yes(1), "taste-profile", taste(policy).digest());
    return policy.decide(question(policy), standing(agreed), NOON);
  }

  private static Question question(Policy policy) {
    return new Question(7, taste(policy), Use.COLLECT, Optional.empty(), Circumstances.plain());
  }

  private static Purpose taste(Policy policy) {
    return policy.purpose("taste-profile").orElseThrow();
  }
}
