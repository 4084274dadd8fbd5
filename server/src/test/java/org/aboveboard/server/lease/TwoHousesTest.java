package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What one house acknowledges holds at the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class TwoHousesTest {
  private Pair pair;
  private House here;
  private House there;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    pair = Pair.in(folder);
    here = pair.house(0);
    there = pair.house(1);
  }

  @AfterAll
  void close() {
    pair.close();
  }

  private boolean isAllowed(House house, String name) {
    return pair.decides(house, name, () -> {});
  }

  @Test
  void aWithdrawalHoldsAtTheOtherHouseAndItsModelHasFollowed() {
    pair.gives(here, "u:ana");
    assertThat(isAllowed(there, "u:ana")).isTrue();
    Effect effect =
        here.rights().choose().withdraw("u:ana", Pair.purpose(here), How.page("privacy-options"));
    assertThat(effect.modelForgot()).isTrue();
    assertThat(effect.settled())
        .isInstanceOfSatisfying(
            Settled.Done.class,
            done ->
                assertThat(there.learn().progress().index()).isGreaterThanOrEqualTo(done.index()));
    assertThat(isAllowed(there, "u:ana")).isFalse();
  }

  @Test
  void aYesThatWasReadBeforeAnErasureBeginsNothingAfterwards() {
    pair.gives(here, "u:bea");
    Moment moment = there.lease().begin();
    var known = there.consentStore().known("u:bea").orElseThrow();
    Job job = here.rights().erase().begin("u:bea").orElseThrow();
    while (job.state().equals("running")) {
      Thread.onSpinWait();
      job = here.rights().erase().find(job.id()).orElseThrow();
    }
    assertThat(job.state()).as(job.steps().toString()).isEqualTo("done");
    long said = known.standing().index();
    assertThat(there.lease().stands(moment, known.subject().number(), said)).isFalse();
    assertThat(isAllowed(there, "u:bea")).isFalse();
  }

  @Test
  void whatIsPutAtOneHouseIsKnownAtTheOtherAfterItsNextLook() {
    here.catalogue()
        .put(
            List.of(
                new ItemPut(
                    "b9", "Nine", Optional.empty(), List.of(), Map.of(), Optional.empty(), true)));
    there.catalogue().refresh();
    assertThat(there.catalogue().find("b9")).isPresent();
    assertThat(there.catalogue().items()).isEqualTo(here.catalogue().items());
  }
}
