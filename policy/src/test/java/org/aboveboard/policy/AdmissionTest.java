package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.GIVEN;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.DEMONSTRATION;
import static org.aboveboard.policy.Evidence.IMPORTED;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.ORDERS;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdmissionTest {

  private static final EventType VIEWED = event("Product Viewed");
  private static final EventType BOUGHT = event("Order Completed");
  private static final EventType RATED = event("Product Reviewed");

  @Test
  void nothingIsKeptOfAPersonWhoSaidNothing() {
    var admission = admit(VIEWED, NOON);
    assertThat(admission.isKept()).isFalse();
    assertThat(admission.purposes()).isEmpty();
    assertThat(admission.fields()).isEmpty();
    assertThat(admission.keep()).isEqualTo(Period.ZERO);
    assertThat(admission.grants()).isEmpty();
    assertThat(admission.denials())
        .extracting(Decision.Deny::reason)
        .containsExactly(Reason.NEVER_ASKED, Reason.NOT_APPROVED);
  }

  @Test
  void anOrderIsKeptForTheOrderAlone() {
    var admission = admit(BOUGHT, NOON);
    assertThat(admission.purposes()).containsExactly(ORDERS.number());
    assertThat(admission.keep()).isEqualTo(Period.ofYears(2));
    assertThat(admission.fields())
        .extracting(Field::name)
        .containsExactlyInAnyOrder("order", "total");
  }

  @Test
  void anEventIsKeptForNoPurposeThatIsLeftOut() {
    var narrowed = BOUGHT.wantedBy(SUGGESTIONS.id()::equals);
    assertThat(admit(narrowed, NOON, yes(1)).purposes()).containsExactly(SUGGESTIONS.number());
    assertThat(admit(narrowed, NOON).isKept()).isFalse();
  }

  @Test
  void theLongestRetentionOfTheAllowingPurposesCounts() {
    var admission = admit(BOUGHT, NOON, yes(1));
    assertThat(admission.purposes()).containsExactly(SUGGESTIONS.number(), ORDERS.number());
    assertThat(admission.keep()).isEqualTo(ORDERS.retention().events());
  }

  @Test
  void onlyFieldsOfAllowingPurposesAreKept() {
    assertThat(admit(RATED, NOON).fields()).isEmpty();
    assertThat(admit(RATED, NOON, yes(1)).fields())
        .extracting(Field::id)
        .containsExactly("rated.value");
  }

  @Test
  void anEventOlderThanTheYesIsWithheld() {
    var before = yes(5).at().minusNanos(1);
    var admission = admit(VIEWED, before, yes(5));
    assertThat(admission.isKept()).isFalse();
    assertThat(admission.denials().getFirst().reason()).isEqualTo(Reason.OLDER_THAN_CONSENT);
    assertThat(admit(VIEWED, yes(5).at(), yes(5)).isKept()).isTrue();
  }

  @Test
  void anEventUnderAnEarlierYesIsKeptAfterANewOne() {
    var said = new Choice[] {yes(5), yes(20)};
    assertThat(admit(VIEWED, Said.at(10), said).isKept()).isTrue();
    assertThat(admit(VIEWED, Said.at(4), said).isKept()).isFalse();
  }

  @Test
  void anEventUnderAYesThatHadRunOutIsWithheldAfterANewOne() {
    var said = new Choice[] {Said.until(yes(5), Said.at(10)), yes(20)};
    assertThat(admit(VIEWED, Said.at(9), said).isKept()).isTrue();
    assertThat(admit(VIEWED, Said.at(10), said).isKept()).isFalse();
  }

  @Test
  void anEarlierYesToSomethingElseOrForADemonstrationCoversNothing() {
    var other = Said.about(yes(5), SUGGESTIONS.id(), "another meaning");
    assertThat(admit(VIEWED, Said.at(10), other, yes(20)).isKept()).isFalse();
    var borrowed = choice(5, GIVEN, DEMONSTRATION);
    assertThat(admit(VIEWED, Said.at(10), borrowed, yes(20)).isKept()).isFalse();
  }

  @Test
  void anImportedYesCoversWhatCameBeforeThePersonsOwn() {
    var imported = Said.saidAt(choice(30, GIVEN, IMPORTED), Said.at(5));
    assertThat(admit(VIEWED, Said.at(10), yes(20)).isKept()).isFalse();
    assertThat(admit(VIEWED, Said.at(10), yes(20), imported).isKept()).isTrue();
    assertThat(admit(VIEWED, Said.at(4), yes(20), imported).isKept()).isFalse();
  }

  @Test
  void anImportedYesCoversNothingThatAPersonSaidNoTo() {
    var said =
        new Choice[] {
          choice(8, WITHDRAWN, PROMPT),
          yes(20),
          Said.saidAt(choice(30, GIVEN, IMPORTED), Said.at(5)),
          Said.saidAt(choice(31, GIVEN, IMPORTED), Said.at(9))
        };
    assertThat(admit(VIEWED, Said.at(6), said).isKept()).isFalse();
    assertThat(admit(VIEWED, Said.at(10), said).isKept()).isFalse();
    assertThat(admit(VIEWED, Said.at(21), said).isKept()).isTrue();
  }

  @Test
  void anEventBetweenAWithdrawalAndANewYesIsWithheld() {
    var said = new Choice[] {yes(1), choice(10, WITHDRAWN, PROMPT), yes(20)};
    assertThat(admit(VIEWED, Said.at(15), said).isKept()).isFalse();
    assertThat(admit(VIEWED, Said.at(25), said).isKept()).isTrue();
  }

  @Test
  void aLateOrderIsStillKeptForTheOrder() {
    assertThat(admit(BOUGHT, Instant.EPOCH, yes(5)).purposes()).containsExactly(ORDERS.number());
  }

  @Test
  void aDemonstrationCoversItsBorrowedHistory() {
    var standing = Standing.of(List.of(choice(1, GIVEN, DEMONSTRATION)));
    var old = Instant.parse("1998-04-01T00:00:00Z");
    assertThat(admit(standing, old, true).isKept()).isTrue();
    assertThat(admit(standing, old, false).isKept()).isFalse();
  }

  @Test
  void everyGrantIsForCollectingOneAllowedPurpose() {
    var admission = admit(BOUGHT, NOON, yes(1));
    assertThat(admission.grants()).extracting(Grant::use).containsOnly(Use.COLLECT);
    assertThat(admission.grants()).extracting(Grant::purpose).containsExactly(SUGGESTIONS, ORDERS);
  }

  private static Admission admit(EventType event, Instant occurred, Choice... said) {
    var standing = Standing.of(List.of(said));
    return Admission.of(BOOKSHOP, event, 7, standing, Circumstances.plain(), occurred, NOON);
  }

  private static Admission admit(Standing standing, Instant occurred, boolean demonstration) {
    var here = Circumstances.plain().inDemonstration(demonstration);
    return Admission.of(BOOKSHOP, VIEWED, 7, standing, here, occurred, NOON);
  }

  private static EventType event(String name) {
    return BOOKSHOP.event("track", name).orElseThrow();
  }
}
