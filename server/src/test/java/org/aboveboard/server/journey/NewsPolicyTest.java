package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt;
import org.junit.jupiter.api.Test;

/// The broadcaster's policy on a running server.
@QuarkusTest
@TestProfile(NewsPolicyTest.News.class)
final class NewsPolicyTest extends ThreePoliciesTest {
  /// A server under the news site's policy.
  public static final class News extends Whole {
    public News() {
      super("news");
    }
  }

  @Test
  void theInterestProfileIsOffForWantOfAnApproval() throws Exception {
    isOffForWantOfAnApproval(purpose("interest-profile"));
  }

  @Test
  void germanComesFirst() throws Exception {
    assertThat(policy().organisation().language()).isEqualTo(Language.DE);
    assertThat(asked("u:leser", asking(), "&language=fr").at("/prompt/words/question").asText())
        .isEqualTo("Wiedergaben, Leseverlauf und Merkliste für Vorschläge nutzen?");
  }

  @Test
  void whoFollowsWhichTopicIsKeptForTheirListsAndTeachesNothing() throws Exception {
    says("u:tom", true);
    byte[] model = learn.gramDigest();
    assertThat(site.send(List.of(Messages.of(event("followed"), "u:tom", "")))).isOne();
    follow();
    assertThat(learn.gramDigest()).isEqualTo(model);
    assertThat(heldFor("u:tom")).containsExactly("your-lists");
  }

  @Test
  void aPlayOfLessThanHalfTeachesNothing() throws Exception {
    says("u:uma", true);
    byte[] model = learn.gramDigest();
    ObjectNode play = Messages.of(event("played"), "u:uma", "i7");
    play.withObjectProperty("properties").put("share", 0.4);
    site.send(List.of(play));
    follow();
    assertThat(learn.gramDigest()).isEqualTo(model);
    play.put("messageId", "another").withObjectProperty("properties").put("share", 0.5);
    site.send(List.of(play));
    follow();
    assertThat(learn.gramDigest()).isNotEqualTo(model);
  }

  @Test
  void toReadAWarningLeavesNoTrace() throws Exception {
    says("u:vera", true);
    site.send(List.of(Messages.undeclared("Warning Read", "u:vera")));
    assertThat(heldFor("u:vera")).isEmpty();
    Surface warnings = policy().surface("warnings").orElseThrow();
    does("u:vera", "i0");
    follow();
    assertThat(answer("u:vera", asking()).path("level").asText()).isEqualTo("general");
    assertThat(answer("u:vera", warnings).path("level").asText()).isEqualTo("none");
  }

  @Test
  void theMapAndTheNoticeSayWhatCanBeObjectedToAndWhoDidSeesIt() throws Exception {
    String interest = "Our own interest; you can object";
    Walker walker = new Walker("Accept-Language", "en");
    assertThat(walker.open("/transparency/map").page()).contains(interest);
    assertThat(walker.open("/transparency").page()).contains(interest);
    assertThat(walker.open("/transparency?language=de").page())
        .contains("Unser eigenes Interesse; du kannst widersprechen");
    walker.open("/privacy").press("Switch off");
    assertThat(walker.open("/transparency/map").page())
        .contains("Switched off by you")
        .doesNotContain(interest + "</");
  }

  @Test
  void aQuestionThatTwoSurfacesAskIsListedOnceForBrowsers() throws Exception {
    assertThat(policy().surfaces())
        .filteredOn(one -> Prompt.mayAsk(policy(), one, suggestions(), clock.instant()))
        .hasSizeGreaterThan(1);
    assertThat(site.get("/consent-requests.json").path("consentRequests"))
        .extracting(one -> one.path("text").asText())
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void whoObjectsIsCountedNoMore() throws Exception {
    does("u:wim", "i0");
    assertThat(heldFor("u:wim")).contains("audience-counts");
    assertThat(site.call("GET", "/privacy", "").body())
        .contains("Our own interest; you can object", "value=\"audience-counts\"");
    JsonNode effect = withdraws("u:wim", purpose("audience-counts"));
    assertThat(effect.path("rowsDeleted").asLong()).isPositive();
    assertThat(heldFor("u:wim")).doesNotContain("audience-counts");
    does("u:wim", "i2");
    assertThat(heldFor("u:wim")).isNotEmpty().doesNotContain("audience-counts");
  }
}
