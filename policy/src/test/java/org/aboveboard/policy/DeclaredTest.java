package org.aboveboard.policy;

import static org.aboveboard.policy.Answers.assertAllowed;
import static org.aboveboard.policy.Answers.assertDenied;
import static org.aboveboard.policy.Answers.assertReason;
import static org.aboveboard.policy.Answers.standing;
import static org.aboveboard.policy.Choice.Kind.REFUSED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.ORDERS;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the declaration alone allows and denies.
final class DeclaredTest {

  private static final OptOuts GPC = new OptOuts(true, Set.of());

  @Test
  void aSurfaceThatDoesNotListThePurposeIsDenied() {
    for (var surface : List.of("checkout", "")) {
      var elsewhere =
          new Question(7, SUGGESTIONS, Use.SERVE, Optional.of(surface), Circumstances.plain());
      assertDenied(elsewhere, standing(yes(1)), Reason.SURFACE_NOT_DECLARED);
    }
  }

  @Test
  void aPersonalAnswerNeedsASurface() {
    var nowhere = new Question(7, SUGGESTIONS, Use.SERVE, Optional.empty(), Circumstances.plain());
    assertDenied(nowhere, standing(yes(1)), Reason.SURFACE_NOT_DECLARED);
  }

  @Test
  void aPurposeOfAnotherPolicyIsUnknown() {
    var films = Folder.read("films").purpose("recommendations").orElseThrow();
    var ask = new Question(7, films, Use.COLLECT, Optional.empty(), Circumstances.plain());
    assertDenied(ask, standing(yes(1)), Reason.UNKNOWN_PURPOSE);
  }

  @Test
  void anOrderIsNoToggle() {
    var ask =
        new Question(7, ORDERS, Use.COLLECT, Optional.empty(), Circumstances.plain().with(GPC));
    assertAllowed(ask, Standing.silent(), NOON);
    var withdrawn = about(choice(1, WITHDRAWN, PROMPT), ORDERS.id(), "");
    assertAllowed(ask, standing(withdrawn), NOON);
    var train = new Question(7, ORDERS, Use.TRAIN, Optional.empty(), Circumstances.plain());
    assertDenied(train, Standing.silent(), Reason.USE_NOT_DECLARED);
  }

  @Test
  void anInterestOfTheShopCanBeObjectedTo(@TempDir Path target) {
    var policy =
        Folder.bookshop(target)
            .replace("purposes/order-service.yaml", "basis: contract", "basis: legitimateInterest")
            .read();
    var interest = policy.purpose("order-service").orElseThrow();
    var ask =
        new Question(7, interest, Use.COLLECT, Optional.empty(), Circumstances.plain().with(GPC));
    assertThat(policy.decide(ask, Standing.silent(), NOON)).isInstanceOf(Decision.Allow.class);
    var objected = standing(about(choice(1, REFUSED, PROMPT), interest.id(), ""));
    assertReason(policy.decide(ask, objected, NOON), Reason.REFUSED);
  }

  @Test
  void aNoSentToAnInterestIsHeardOfEveryUse(@TempDir Path target) {
    var policy =
        Folder.bookshop(target)
            .replace("purposes/order-service.yaml", "basis: contract", "basis: legitimateInterest")
            .read();
    var interest = policy.purpose("order-service").orElseThrow();
    var named = Circumstances.plain().with(OptOuts.none().andNoTo(interest.id()));
    for (var use : List.of(Use.COLLECT, Use.AUDIT)) {
      var ask = new Question(7, interest, use, Optional.empty(), named);
      assertReason(policy.decide(ask, Standing.silent(), NOON), Reason.SIGNAL);
    }
  }

  @Test
  void onlyTrainingAndAuditsMayAskAboutEverybody() {
    for (var use : SUGGESTIONS.uses()) {
      var decision =
          BOOKSHOP.decide(new PopulationQuestion(SUGGESTIONS, SUGGESTIONS.digest(), use, 42), NOON);
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
}
