package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.vault.Declares;
import org.aboveboard.server.vault.Figures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say of themselves, on pages without script and over the API.
@QuarkusTest
@TestProfile(Instance.class)
final class VolunteerPagesTest {
  @Inject Keys keys;
  @Inject Pools pools;
  @Inject Journal journal;
  @Inject Declaration declaration;
  @Inject Figures figures;
  @Inject InstantSource clock;

  @TempDir Path folder;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("segments", keys);
    apply(Declares.age(folder.resolve("with")));
  }

  @AfterEach
  void restore() throws PolicyFaults {
    apply(Draft.of("bookshop", folder.resolve("without")));
  }

  private void apply(Draft draft) throws PolicyFaults {
    new VersionStore(pools, journal, clock).put(draft.read());
    declaration.follow();
  }

  @Test
  void notToAnswerIsAsGoodAndAnAnswerIsShownAndTakenBack() throws Exception {
    Walker walker = new Walker();
    assertThat(walker.open("/privacy/segments").page())
        .contains("How old are you?", "Under 30", "Rather not say", "Nobody has looked")
        .doesNotContain(" checked");
    walker.choose("said", "").press("Use it");
    assertThat(walker.page()).contains("You chose no answer, so nothing was kept.");
    walker.choose("said", "under-30").press("Don’t use it");
    assertThat(walker.page()).contains("Nothing is kept.");
    walker.choose("said", "under-30").press("Use it");
    assertThat(walker.page()).contains("You said “Under 30”", " checked");
    assertThat(walker.open("/privacy").page()).contains("What you said of yourself");
    walker.open("/privacy/segments").choose("said", "").press("Keep this answer");
    assertThat(walker.page()).contains("Taken back.").doesNotContain("You said “");
  }

  @Test
  void theApiAsksKeepsAndTakesBack() throws Exception {
    String who = "u:volunteer";
    JsonNode asked = site.get("/v1/segments?subject=" + who).path(0);
    assertThat(asked.path("answers").path("under-30").asText()).isEqualTo("Under 30");
    assertThat(asked.path("prompt").path("words").path("purpose").asText())
        .isEqualTo("fairness-audit");
    Map<String, String> answer =
        Map.of(
            "subject",
            who,
            "segment",
            "age",
            "answer",
            "under-30",
            "prompt",
            asked.path("prompt").path("id").asText());
    assertThat(site.put("/v1/segments", answer).path("index").asLong()).isPositive();
    JsonNode given = site.get("/v1/segments?subject=" + who).path(0);
    assertThat(given.path("said").asText()).isEqualTo("under-30");
    assertThat(given.has("prompt")).isFalse();
    assertThat(site.get("/v1/subjects/" + who).path("volunteered").path(0).path("answer").asText())
        .isEqualTo("under-30");
    assertThat(site.call("DELETE", "/v1/segments/age?subject=" + who, "").body())
        .contains("\"rowsDeleted\":1");
    assertThat(site.get("/v1/segments?subject=" + who).path(0).has("said")).isFalse();
  }

  @Test
  void whatIsNoAnswerIsRefusedWithTheCure() throws Exception {
    String wrong = "{\"subject\":\"u:v\",\"segment\":\"age\",\"answer\":\"old\"}";
    assertThat(site.call("PUT", "/v1/segments", wrong).body()).contains("Use one of: over-30");
    String unasked = wrong.replace("\"old\"", "\"over-30\"");
    assertThat(site.call("PUT", "/v1/segments", unasked).statusCode()).isEqualTo(409);
    assertThat(site.call("DELETE", "/v1/segments/size?subject=u:v", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void countsAreForEverybodyAndTheDeskIsForStaff() throws Exception {
    Walker walker = new Walker();
    assertThat(walker.open("/transparency/segments").page())
        .contains("How old are you?", "Nothing has been published yet.");
    figures.publish(declaration.now().policy().segment("age").orElseThrow());
    assertThat(walker.open("/transparency/segments").page())
        .contains("not shown: fewer than 20 people, or too near to it", "Too few people answered");
    JsonNode data = site.get("/transparency/segments.json").path(0);
    assertThat(data.path("counts")).hasSize(2);
    assertThat(data.at("/counts/0").has("count")).isFalse();
    assertThat(walker.open("/operate/vault").page()).contains("key").doesNotContain("Ask for one");
    String care = keys.createOperator("C. C.", "customer-care").secret();
    walker.open("/operate").type("key", care).press("Sign in").open("/operate/vault");
    assertThat(walker.page()).contains("the vault is closed to it").doesNotContain("Publish:");
    String officer = keys.createOperator("E. O.", "ethics-officer").secret();
    walker.press("Sign out").open("/operate").type("key", officer).press("Sign in");
    assertThat(walker.open("/operate/vault").page()).contains("Publish:");
  }
}
