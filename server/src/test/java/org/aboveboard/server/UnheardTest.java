package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.aboveboard.policy.Choice;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.rights.Acknowledgement;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A choice that one node does not confirm.
final class UnheardTest {
  private static final How HOW = How.page("privacy-options");

  @Test
  void whatIsNotConfirmedInTimeIsRecordedAllTheSameAndSaysWhatToDo(@TempDir Path folder)
      throws Exception {
    try (Home home = Home.in(folder)) {
      home.answers("u:ana", true);
      anotherNodeThatHearsNothing(home);
      switch (impatient(home).withdraw("u:ana", home.suggestions(), HOW)) {
        case Settled.Unheard(Settled.Done done) -> {
          assertThat(last(home)).isEqualTo(Choice.Kind.WITHDRAWN);
          Problem problem = Acknowledgement.unheard(done);
          assertThat(problem.detail()).contains("is recorded", Long.toString(done.index()));
          assertThat(problem.cure()).contains("Do not send it again", "/v1/consents");
          try (Response answer = problem.response()) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
          }
        }
        case Settled.Done _, Settled.Again _, Settled.NotTaken _ ->
            throw new AssertionError("a node that hears nothing confirmed it");
      }
    }
  }

  private static Consents impatient(Home home) {
    House house = home.house;
    return new Consents(
        house.consentStore(),
        house.subjects(),
        house.prompts(),
        house.declaration(),
        house.lease(),
        house.clock(),
        Duration.ZERO);
  }

  private static void anotherNodeThatHearsNothing(Home home) {
    Instant later = home.house.clock().instant().plus(Duration.ofDays(1));
    home.house
        .pools()
        .as(Power.WRITE)
        .useHandle(handle ->
            handle.execute(
                "insert into lease (node, expires, heard, learnt) values (?, ?::timestamptz, 0, 0)",
                UUID.randomUUID(),
                later.toString()));
  }

  private static Choice.Kind last(Home home) {
    return home.house
        .consentStore()
        .known("u:ana")
        .orElseThrow()
        .standing()
        .choices()
        .getLast()
        .kind();
  }
}
