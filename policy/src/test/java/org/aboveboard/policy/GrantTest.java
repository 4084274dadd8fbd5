package org.aboveboard.policy;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.aboveboard.policy.Said.question;
import static org.aboveboard.policy.Said.until;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrantTest {

  @Test
  void aGrantPrintsNothing() {
    assertThat(grant(yes(1))).hasToString("Grant");
    assertThat(question(Use.SERVE)).hasToString("Question");
    assertThat(Standing.of(List.of(yes(1)))).hasToString("Standing");
  }

  @Test
  void nobodyElseCanMakeOneOrWriteOneDown() {
    assertThat(Grant.class.getDeclaredConstructors())
        .allMatch(constructor -> !Modifier.isPublic(constructor.getModifiers()));
    assertThat(Grant.class).isFinal();
    assertThat(Serializable.class.isAssignableFrom(Grant.class)).isFalse();
  }

  @Test
  void aGrantLivesTwoSeconds() {
    var grant = grant(yes(1));
    assertThat(grant.expiry()).isEqualTo(NOON.plusSeconds(2));
    assertThatNoException()
        .isThrownBy(() -> grant.require(Use.SERVE, NOON.plusSeconds(2).minusNanos(1)));
    assertThatIllegalStateException()
        .isThrownBy(() -> grant.require(Use.SERVE, NOON.plusSeconds(2)))
        .withMessageContaining("ask for a new decision");
  }

  @Test
  void aGrantDoesNotOutliveTheYesItRestsOn() {
    var end = NOON.plusMillis(300);
    assertThat(grant(until(yes(1), end)).expiry()).isEqualTo(end);
  }

  @Test
  void aGrantForOneUseIsNoGrantForAnother() {
    var grant = grant(yes(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> grant.require(Use.TRAIN, NOON))
        .withMessageContaining("for SERVE, not for TRAIN");
    assertThatIllegalStateException().isThrownBy(() -> grant.requireRights(NOON));
  }

  @Test
  void aGrantNamesWhatItIsFor() {
    var grant = grant(yes(5));
    assertThat(grant.subject()).hasValue(7);
    assertThat(grant.isPopulation()).isFalse();
    assertThat(grant.purpose()).isEqualTo(Said.SUGGESTIONS);
    assertThat(grant.use()).isEqualTo(Use.SERVE);
    assertThat(grant.surface()).contains("home-row");
    assertThat(grant.policyDigest()).isEqualTo(BOOKSHOP.digest());
    assertThat(grant.consentIndex()).isEqualTo(5);
  }

  @Test
  @AuditedBypass(why = "this test is about the bypass")
  void aPersonsRightsWorkWithoutAnyYes() {
    var rights = Grant.forRights(7, BOOKSHOP, NOON);
    assertThat(rights.isForRights()).isTrue();
    assertThat(rights.subject()).hasValue(7);
    assertThatNoException().isThrownBy(() -> rights.requireRights(NOON));
    assertThatIllegalStateException().isThrownBy(() -> rights.require(Use.SERVE, NOON));
    assertThatIllegalStateException().isThrownBy(() -> rights.require(Use.TRAIN, NOON));
    assertThatIllegalStateException().isThrownBy(() -> rights.requireRights(NOON.plusSeconds(2)));
  }

  @Test
  @AuditedBypass(why = "this test is about the bypass")
  void upkeepCanOnlyAudit() {
    var upkeep = Grant.forUpkeep(BOOKSHOP, NOON);
    assertThat(upkeep.isPopulation()).isTrue();
    assertThat(upkeep.isForRights()).isFalse();
    assertThatNoException().isThrownBy(() -> upkeep.require(Use.AUDIT, NOON));
    assertThatIllegalStateException().isThrownBy(() -> upkeep.require(Use.TRAIN, NOON));
  }

  private static Grant grant(Choice choice) {
    var decision = BOOKSHOP.decide(question(Use.SERVE), Standing.of(List.of(choice)), NOON);
    return ((Decision.Allow) decision).grant();
  }
}
