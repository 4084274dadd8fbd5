package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a browser is told that says no for its person.
@QuarkusTest
@TestProfile(Instance.class)
final class SignalPagesTest {
  private static final String[] GPC = {"Sec-GPC", "1"};
  private static final String[] ADPC = {"ADPC", "withdraw=*"};
  private static final String QUESTION = "class=\"card prompt\"";
  private static final String NAMED = "Global Privacy Control";

  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("g1", keys);
  }

  @Test
  void withGpcOneLineAndALinkStandInPlaceOfTheQuestion() throws Exception {
    assertThat(new Walker().open("/shop").page()).contains(QUESTION);
    assertThat(new Walker(GPC).open("/shop").page())
        .doesNotContain(QUESTION)
        .contains("Your browser asks us not to use your data (" + NAMED + ")")
        .contains("Turn on for this shop only");
    assertThat(new Walker(GPC).open("/privacy").page())
        .contains("Your browser sends " + NAMED, "Switched off by your browser");
    JsonNode asked = site.get("/v1/prompts?surface=home-row&subject=u:signals-ana", GPC);
    assertThat(asked.path("show").asText()).isEqualTo("line");
    assertThat(asked.path("why").asText()).isEqualTo("signal");
    assertThat(asked.has("prompt")).isFalse();
  }

  @Test
  void aYesInSightOfGpcHoldsForThatPurposeWhileItIsSent() throws Exception {
    Walker walker = new Walker(GPC);
    walker.open("/shop").follow("Turn on for this shop only");
    assertThat(walker.page()).contains(NAMED, "A yes here counts for this alone.");
    walker.press("Use it");
    assertThat(walker.open("/shop").page()).doesNotContain(NAMED);
    assertThat(walker.open("/privacy").page())
        .contains(
            "Your browser sends " + NAMED, "Switch off<span class=\"hidden\">: book suggestions");
  }

  @Test
  void adpcIsHeededOnPagesAndIsNotCalledGpc() throws Exception {
    assertThat(new Walker(ADPC).open("/shop").page())
        .doesNotContain(QUESTION, NAMED)
        .contains("Your browser or a consent tool says no to suggestions.");
    assertThat(new Walker(ADPC).open("/privacy").page())
        .contains("Switched off by your browser")
        .doesNotContain("Your browser sends " + NAMED);
    JsonNode asked = site.get("/v1/prompts?surface=home-row&subject=u:signals-bea", ADPC);
    assertThat(asked.path("show").asText()).isEqualTo("line");
  }

  @Test
  void anAddressMayCarryTheLongestStrings() throws Exception {
    String strings = "?tcf=" + "C".repeat(4_096) + "&gpp=" + "D".repeat(8_192);
    assertThat(new Walker().open("/privacy" + strings).page())
        .as("what cannot be read could say that a child sends it")
        .contains("Off: you are too young to be asked");
  }

  @Test
  void anAdpcWithdrawalOfAnotherPurposeLeavesTheQuestion() throws Exception {
    assertThat(new Walker("ADPC", "withdraw=\"taste-profile~0\"").open("/shop").page())
        .contains(QUESTION);
  }
}
