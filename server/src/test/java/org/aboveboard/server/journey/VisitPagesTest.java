package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A yes for one visit, as its person sees it and as its record says it.
@QuarkusTest
@TestProfile(Instance.class)
final class VisitPagesTest {
  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("v1", keys);
  }

  @Test
  void itsPersonSeesThatItIsForThisVisitAndWhenThatEnds() throws Exception {
    Walker walker = new Walker();
    walker.open("/shop").press("Use it only this visit, for 1 day at most");
    assertThat(walker.page()).contains("On: book suggestions, only this visit, until ");
    assertThat(walker.open("/privacy").page())
        .contains("On, only this visit: until ")
        .contains("said yes to book suggestions, only this visit, until ")
        .doesNotContain("Keep it so long");
    assertThat(walker.follow("what you saw").page())
        .contains("given, only this visit", "Use it only this visit, for 1 day at most", "until ");
  }

  @Test
  void itHoldsInTheBrowserOfSomebodyWithoutANameAlone() throws Exception {
    new Walker().open("/shop").press("Use it only this visit");
    assertThat(new Walker().open("/privacy").page()).doesNotContain("only this visit: until");
  }

  @Test
  void itsRecordSaysSoInWordsThatMachinesRead() throws Exception {
    String subject = "u:visit-ana";
    JsonNode settled =
        site.put(
            "/v1/consents",
            Map.of(
                "subject",
                subject,
                "decision",
                "given",
                "visit",
                true,
                "prompt",
                site.prompt(subject)));
    JsonNode made = site.get(settled.path("record").asText() + "?subject=" + subject).path("made");
    assertThat(made.path("visit").asBoolean()).isTrue();
    assertThat(
            Duration.between(
                Instant.parse(made.path("decidedAt").asText()),
                Instant.parse(made.path("until").asText())))
        .isEqualTo(Duration.ofDays(1));
    JsonNode said = site.get("/v1/consents?subject=" + subject).path(0);
    assertThat(said.path("visit").asBoolean()).isTrue();
    assertThat(said.path("until").asText()).isEqualTo(made.path("until").asText());
  }
}
