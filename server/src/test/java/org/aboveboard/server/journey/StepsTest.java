package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// To take a yes back takes no more than to give it: every request is counted.
@QuarkusTest
@TestProfile(Instance.class)
final class StepsTest {
  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("s1", keys);
  }

  @Test
  void fromTheShopsFirstPage() throws Exception {
    Walker walker = new Walker();
    int give = walker.open("/shop").press("Use it").requests();
    assertThat(walker.page()).contains("On: book suggestions.");
    int withdraw = walker.open("/shop").press("Switch off book suggestions").requests();
    assertThat(walker.page()).contains("Off: book suggestions.", "<title>");
    assertThat(withdraw).isLessThanOrEqualTo(give).isEqualTo(3);
  }

  @Test
  void fromPrivacyOptions() throws Exception {
    Walker walker = new Walker();
    int give = walker.open("/privacy").follow("Turn on").press("Use it").requests();
    walker.open("/privacy").requests();
    int withdraw = walker.open("/privacy").press("Switch off").requests();
    assertThat(walker.page()).contains("Off: book suggestions.");
    assertThat(withdraw).isLessThan(give);
  }

  @Test
  void throughTheApiGivingTakesAQuestionAndAnAnswerAndTakingBackOneCall() throws Exception {
    String subject = "u:steps";
    String unasked = "{\"subject\":\"u:steps\",\"decision\":\"given\"}";
    assertThat(site.call("PUT", "/v1/consents", unasked).statusCode())
        .as("a yes in one call")
        .isEqualTo(400);
    site.answer(subject, "given", site.prompt(subject));
    assertThat(site.withdraws(subject).path("decision").asText()).isEqualTo("withdrawn");
    assertThat(
            site.get("/v1/recommendations?surface=home-row&subject=" + subject)
                .at("/denied/reason")
                .asText())
        .isEqualTo("withdrawn");
  }
}
