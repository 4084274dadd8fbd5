package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.retain.Run;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is set aside does not stay, and what is brought along ends nothing of anybody's own.
class QuarantineEndsTest {
  @Test
  void whatIsSetAsideIsDeletedOnItsDayAndItsPersonWithIt(@TempDir Path folder) throws Exception {
    try (Premises shop = new Premises(folder)) {
      Path set =
          shop.set(
              "set",
              shop.event("u:1", "viewed", "b1", 30),
              shop.event("u:1", "viewed", "b2", 0),
              shop.event("u:2", "viewed", "b1", 30));
      assertThat(shop.bring(set).aside()).isEqualTo(3);
      shop.pass(Duration.ofDays(59));
      assertThat(shop.house.retain().run().quarantined()).isZero();
      assertThat(shop.bring(set).table()).as("no day is put off").contains("refused 3");

      shop.pass(Duration.ofDays(1));
      Run run = shop.house.retain().run();
      assertThat(run.quarantined()).isEqualTo(2);
      assertThat(run.subjects()).as("of whom nothing is left").isOne();
      assertThat(
              shop.number(
                  Power.OPERATE,
                  "select quarantined from retention_run where index = " + run.index()))
          .isEqualTo(2);
      assertThat(shop.copy("u:1").setAside()).singleElement().matches(r -> r.item().equals("b2"));
      assertThat(shop.house.subjects().find("u:2")).isEmpty();

      shop.pass(Duration.ofDays(30));
      assertThat(shop.house.retain().run().quarantined()).isOne();
      assertThat(shop.house.subjects().find("u:1")).isEmpty();
    }
  }

  @Test
  void anImportedYesThatRunsOutEndsNothingOfTheirOwn(@TempDir Path folder) throws Exception {
    try (Premises shop = new Premises(folder)) {
      Path set =
          shop.set(
              "set",
              shop.event("u:own", "viewed", "b1", 1),
              shop.event("u:brought", "viewed", "b1", 1));
      shop.answers("u:own", Reply.YES);
      Premises.evidence(
          set, "{\"subject\":\"*\",\"since\":\"2025-12-01\",\"evidence\":\"the old shop's list\"}");
      assertThat(shop.bring(set).kept()).isEqualTo(2);
      shop.settled();
      assertThat(shop.house.learn().progress().subjects()).isEqualTo(2);

      shop.pass(Duration.ofDays(10));
      assertThat(shop.house.retain().run().events()).isOne();
      shop.settled();
      assertThat(shop.copy("u:own").events()).hasSize(1);
      assertThat(shop.copy("u:brought").events()).isEmpty();
      assertThat(shop.house.learn().progress().subjects()).isOne();
    }
  }
}
