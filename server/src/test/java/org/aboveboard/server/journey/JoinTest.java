package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.subject.SubjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing joins two subjects but their person, in sight: no login, no alias, no shared device.
@QuarkusTest
@TestProfile(Instance.class)
final class JoinTest {
  @Inject Keys keys;
  @Inject SubjectStore subjects;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("j1", keys);
  }

  private static ObjectNode views(String subject, String id) {
    ObjectNode event = Messages.undeclared("Product Viewed", subject).put("messageId", id);
    event.putObject("properties").put("product_id", "j1");
    return event;
  }

  private JsonNode held(String subject) throws IOException, InterruptedException {
    return site.get("/v1/subjects/" + subject);
  }

  private long events(String subject) throws IOException, InterruptedException {
    return held(subject).path("events").size();
  }

  @Test
  void identifyAndAliasJoinNobody() throws Exception {
    site.says("a:join-phone", "given");
    assertThat(site.send(List.of(views("a:join-phone", "j-1")))).isOne();
    ObjectNode identify =
        Messages.undeclared("", "u:join-ana")
            .put("type", "identify")
            .put("anonymousId", "join-phone")
            .put("messageId", "j-2");
    ObjectNode alias =
        Messages.undeclared("", "u:join-ana")
            .put("type", "alias")
            .put("previousId", "join-phone")
            .put("messageId", "j-3");
    assertThat(site.send(List.of(identify, alias))).isZero();
    assertThat(subjects.find("u:join-ana")).as("nobody was made known").isEmpty();
    assertThat(events("a:join-phone")).as("the device keeps its own").isOne();
    site.says("u:join-ana", "given");
    assertThat(events("u:join-ana")).as("a yes brings nothing along").isZero();
  }

  @Test
  void aYesOfTheDeviceIsNoYesOfWhoeverLogsIn() throws Exception {
    site.says("a:join-sofa", "given");
    ObjectNode both = views("u:join-ben", "j-4").put("anonymousId", "join-sofa");
    assertThat(site.send(List.of(both))).isZero();
    assertThat(events("a:join-sofa")).as("nor is it the device's act").isZero();
    assertThat(
            site.get("/v1/recommendations?surface=home-row&subject=u:join-ben")
                .at("/denied/reason")
                .asText())
        .isEqualTo("never_asked");
  }

  @Test
  void whatOnePersonDidIsNotSeenByTheNextOnTheSameDevice() throws Exception {
    site.says("u:join-cleo", "given");
    ObjectNode first = views("u:join-cleo", "j-5").put("anonymousId", "join-tablet");
    assertThat(site.send(List.of(first))).isOne();
    ObjectNode next = views("u:join-dan", "j-6").put("anonymousId", "join-tablet");
    assertThat(site.send(List.of(next))).isZero();
    assertThat(events("u:join-cleo")).isOne();
    assertThat(events("u:join-dan")).isZero();
    assertThat(events("a:join-tablet")).isZero();
    site.withdraws("a:join-tablet");
    assertThat(events("u:join-cleo")).as("nor does the device's no erase hers").isOne();
  }

  @Test
  void aQuestionPutToTheDeviceIsNotAnsweredByTheAccount() throws Exception {
    String prompt = site.prompt("a:join-kiosk");
    assertThat(
            site.call(
                    "PUT",
                    "/v1/consents",
                    "{\"subject\":\"u:join-eve\",\"decision\":\"given\",\"prompt\":\""
                        + prompt
                        + "\"}")
                .statusCode())
        .isEqualTo(409);
    assertThat(site.get("/v1/consents?subject=u:join-eve")).isEmpty();
  }

  @Test
  void aYesWithoutANameEndsWithTheVisitAndOneWithANameDoesNot() throws Exception {
    site.says("a:join-hall", "given");
    site.says("u:join-fay", "given");
    assertThat(lasts("a:join-hall")).isEqualTo(Duration.ofDays(1));
    assertThat(lasts("u:join-fay")).isGreaterThan(Duration.ofDays(300));
  }

  private Duration lasts(String subject) throws IOException, InterruptedException {
    JsonNode said = site.get("/v1/consents?subject=" + subject).path(0);
    return Duration.between(
        Instant.parse(said.path("at").asText()), Instant.parse(said.path("until").asText()));
  }

  @Test
  void twoBrowsersAreTwoPeople() throws Exception {
    Walker one = new Walker();
    one.open("/shop").press("Use it");
    assertThat(new Walker().open("/privacy").page())
        .contains("You have not been asked anything here");
  }
}
