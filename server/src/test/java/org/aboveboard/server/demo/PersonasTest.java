package org.aboveboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.demo.Bookshop.Persona;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonasTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

  @TempDir Path data;

  @Test
  void aHistoryIsStoredAfterItsPersonsYesAndNotBefore() throws Exception {
    Bookshop shop = Bookshop.of(1, CLOCK.instant());
    Personas.keep(
        data, shop.personas().stream().map(Persona::history).flatMap(h -> h.stream()).toList());
    try (House house = open()) {
      Personas personas = new Personas(data, house.collect(), house.declaration(), CLOCK);
      assertThat(house.consentStore().known("u:ana")).isEmpty();
      personas.afterYes("u:chi");
      assertThat(learnt(house)).isZero();
      saysYes(house, "u:ana");
      personas.afterYes("u:ana");
      assertThat(learnt(house)).isEqualTo(1);
      assertThat(house.learn().snapshot().items()).isGreaterThan(10);
    }
  }

  /// How many people's rows are in the model once it has followed the journal to its end.
  private static int learnt(House house) throws InterruptedException {
    long last =
        house
            .pools()
            .as(Power.OPERATE)
            .withHandle(handle ->
                handle.createQuery("select next - 1 from journal_head").mapTo(Long.class).one());
    house.learn().wake(last);
    assertThat(house.learn().await(last, Duration.ofSeconds(20))).isTrue();
    return house.learn().progress().subjects();
  }

  private static void saysYes(House house, String name) {
    InForce inForce = house.declaration().now();
    Surface row = inForce.policy().surface("home-row").orElseThrow();
    Purpose purpose = inForce.policy().purpose("recommendations").orElseThrow();
    var served = house.prompts().serve(inForce, name, row, purpose, Reader.of(Language.EN));
    assertThat(house.consents().answer(name, served.id(), Reply.YES, How.page("prompt")))
        .isInstanceOf(Settled.Done.class);
  }

  private House open() throws Exception {
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return House.open(new Options(data, policy, Optional.empty(), true, Options.LAMBDA, 0), CLOCK);
  }
}
