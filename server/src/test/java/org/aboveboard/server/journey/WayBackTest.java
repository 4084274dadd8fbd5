package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a shop is told of where its customer can change a denial: an address that really does.
@QuarkusTest
@TestProfile(Instance.class)
final class WayBackTest {
  private static final String PAGE = "/consent?purpose=recommendations";

  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("w1", keys);
  }

  private JsonNode denied(String subject, String surface, String... headers)
      throws IOException, InterruptedException {
    JsonNode answer =
        site.get("/v1/recommendations?surface=" + surface + "&subject=" + subject, headers);
    assertThat(answer.has("denied")).isTrue();
    return answer.path("denied");
  }

  private String prompt(String subject, String surface, String... headers)
      throws IOException, InterruptedException {
    return denied(subject, surface, headers).path("prompt").asText("none");
  }

  @Test
  void theQuestionIsLinkedWhereItIsShown() throws Exception {
    String address = prompt("u:way-ana", "home-row");
    assertThat(address).isEqualTo("/v1/prompts?surface=home-row");
    assertThat(site.get(address + "&subject=u:way-ana").path("show").asText())
        .isEqualTo("question");
  }

  @Test
  void whereItIsNotShownThePageIsLinkedThatAsksAtOnce() throws Exception {
    assertThat(prompt("u:way-bea", "basket")).as("nobody is asked there").isEqualTo(PAGE);
    assertThat(prompt("u:way-bea", "home-row", "Sec-GPC", "1")).isEqualTo(PAGE);
    site.says("u:way-bea", "refused");
    assertThat(prompt("u:way-bea", "home-row")).isEqualTo(PAGE);
    site.says("u:way-cleo", "given");
    site.withdraws("u:way-cleo");
    assertThat(prompt("u:way-cleo", "home-row")).isEqualTo(PAGE);
    assertThat(new Walker().open(PAGE).press("Use it").open("/privacy").page())
        .contains("said yes to book suggestions");
  }

  @Test
  void aPauseAndASwitchLinkPrivacyOptions() throws Exception {
    site.says("u:way-dora", "given");
    site.put("/v1/consents", Map.of("subject", "u:way-dora", "decision", "paused"));
    assertThat(prompt("u:way-dora", "home-row")).isEqualTo("/privacy");
    site.put("/v1/consents", Map.of("subject", "u:way-dora", "decision", "resumed"));
    site.put(
        "/v1/consents", Map.of("subject", "u:way-dora", "decision", "off", "surface", "home-row"));
    assertThat(prompt("u:way-dora", "home-row")).isEqualTo("/privacy");
  }

  @Test
  void whereNoAnswerOfThePersonWouldHelpNothingIsLinked() throws Exception {
    assertThat(denied("u:way-eve&minor=true", "home-row").has("prompt")).isFalse();
    site.says("u:way-fay", "given");
    assertThat(denied("u:way-fay", "home-row", "ADPC", "withdraw=*").has("prompt")).isFalse();
  }
}
