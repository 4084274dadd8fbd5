package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aboveboard.policy.EventType;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.declaration.Declaration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An interest of the broadcaster, which counts readers: what says no to it, and what takes that
/// back.
@QuarkusTest
@TestProfile(NewsPolicyTest.News.class)
final class InterestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COUNTS = "audience-counts";

  /// Neither consent to a purpose nor an interest in one.
  private static final String TCF_NO = "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA";

  /// An interest in purpose 8 (bit 183), and consent to nothing.
  private static final String TCF_INTEREST = "CPXxRfAPXxRfAAfKABENB-CgAAAAAAEAAAYgAAAAAAAA";

  @Inject Keys keys;
  @Inject Declaration declaration;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = new Site(keys.adopt(Kind.SECRET, "sk_interest").secret());
    site.put("/v1/items", Map.of("items", List.of(Map.of("id", "i0", "title", "One"))));
  }

  /// What is held of somebody for the count after they read a story.
  private List<String> held(String subject) throws IOException, InterruptedException {
    List<String> held = new ArrayList<>();
    site.get("/v1/subjects/" + subject)
        .path("events")
        .forEach(event -> event.path("purposes").forEach(purpose -> held.add(purpose.asText())));
    return held;
  }

  private ObjectNode read(String subject) {
    EventType type =
        declaration.now().policy().events().stream()
            .filter(one -> one.purposes().contains(COUNTS) && one.item().isPresent())
            .filter(one -> one.purposes().stream().allMatch(this::canBeEnded))
            .findFirst()
            .orElseThrow();
    return Messages.of(type, subject, "i0");
  }

  private boolean canBeEnded(String purpose) {
    return declaration.now().policy().purpose(purpose).orElseThrow().canBeEnded();
  }

  private JsonNode sends(ObjectNode message, String... headers)
      throws IOException, InterruptedException {
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    batch.putArray("batch").add(message);
    return JSON.readTree(site.call("POST", "/v1/batch", batch.toString(), headers).body());
  }

  private JsonNode sends(String subject, String context) throws Exception {
    ObjectNode message = read(subject);
    message.set("context", JSON.readTree(context.replace('\'', '"')));
    return sends(message);
  }

  @Test
  void aNoInAMessageToAnInterestHoldsForThatMessage() throws Exception {
    for (String context :
        List.of(
            "{'consent':{'categoryPreferences':{'analytics':false}}}",
            "{'consent':{'categoryPreferences':{'Analytics':false}}}",
            "{'consent':{'categoryPreferences':{'audience-counts':false}}}",
            "{'consent':{'categoryPreferences':{}}}",
            "{'consent':'unreadable'}",
            "{'consentManagement':{'deniedConsentIds':['analytics']}}",
            "{'consent':{'tcString':'" + TCF_NO + "'}}")) {
      assertThat(sends("u:no-ana", context).path("withheld")).as(context).hasSize(1);
    }
    for (String adpc : List.of("object=*", "object=audience-counts", "object=Analytics")) {
      sends(read("u:no-ana"), "ADPC", adpc);
    }
    assertThat(held("u:no-ana")).isEmpty();
    sends(read("u:no-ana"));
    assertThat(held("u:no-ana")).containsExactly(COUNTS);
  }

  @Test
  void whatDoesNotSayNoToAnInterestLeavesIt() throws Exception {
    int person = 0;
    for (String context :
        List.of(
            "{'consent':{'categoryPreferences':{'analytics':true,'ads':false}}}",
            "{'consentManagement':{'deniedConsentIds':['personalization']}}",
            "{'consent':{'tcString':'" + TCF_INTEREST + "'}}")) {
      String subject = "u:yes-" + person++;
      sends(subject, context);
      assertThat(held(subject)).as(context).containsExactly(COUNTS);
    }
    sends(read("u:yes-gpc"), "Sec-GPC", "1");
    assertThat(held("u:yes-gpc")).as("the signal names no interest").containsExactly(COUNTS);
  }

  private String prefers(String subject, String preferences) throws Exception {
    ObjectNode message = Messages.undeclared("Segment Consent Preference Updated", subject);
    message.set(
        "context",
        JSON.readTree(
            ("{'consent':{'categoryPreferences':" + preferences + "}}").replace('\'', '"')));
    return sends(message).at("/withheld/0/reason").asText();
  }

  @Test
  void aPreferencePassedOnIsRecordedAsAnObjectionAndSaysWhatItDid() throws Exception {
    String subject = "u:prefers-bo";
    sends(read(subject));
    assertThat(held(subject)).containsExactly(COUNTS);
    assertThat(prefers(subject, "{'Analytics':false,'ads':false,'order-x':true}"))
        .isEqualTo(
            "read as a preference: a no holds from now to audience-counts; no purpose here is"
                + " called ads; a yes needs a prompt");
    assertThat(held(subject)).as("what was counted is gone").isEmpty();
    sends(read(subject));
    assertThat(held(subject)).as("nothing came with this one").isEmpty();
    JsonNode said = site.get("/v1/consents?subject=" + subject);
    assertThat(said).hasSize(1);
    assertThat(said.at("/0/about").asText()).isEqualTo(COUNTS);
    assertThat(said.at("/0/decision").asText()).isEqualTo("withdrawn");
  }

  @Test
  void aPreferenceThatEndsNothingSaysSo() throws Exception {
    String owed =
        declaration.now().policy().purposes().stream()
            .filter(purpose -> !purpose.canBeEnded())
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(prefers("u:prefers-cy", "{'ads':false,'" + owed + "':false}"))
        .isEqualTo(
            "read as a preference: no no was recorded; it cannot end what was ordered or the law"
                + " demands: "
                + owed
                + "; no purpose here is called ads");
    assertThat(site.get("/v1/consents?subject=u:prefers-cy")).isEmpty();
  }

  private JsonNode decides(String subject, String decision)
      throws IOException, InterruptedException {
    return site.put(
        "/v1/consents", Map.of("subject", subject, "purpose", COUNTS, "decision", decision));
  }

  private JsonNode record(String subject, JsonNode settled)
      throws IOException, InterruptedException {
    return site.get(settled.path("record").asText() + "?subject=" + subject);
  }

  @Test
  void anObjectionCanBeTakenBackByTheApiAndBothAreCalledWhatTheyAre() throws Exception {
    String subject = "u:back-di";
    JsonNode objection = record(subject, decides(subject, "withdrawn"));
    sends(read(subject));
    assertThat(held(subject)).isEmpty();
    JsonNode back = record(subject, decides(subject, "on"));
    sends(read(subject));
    assertThat(held(subject)).containsExactly(COUNTS);
    assertThat(objection.at("/events/0/event_state").asText()).isEqualTo("aboveboard:Objected");
    assertThat(back.at("/events/0/event_state").asText())
        .isEqualTo("aboveboard:ObjectionTakenBack");
    assertThat(declaration.now().policy().declared().vendors()).isNotEmpty();
    assertThat(objection.path("parties")).as("no vendor counts").hasSize(1);
    assertThat(back.at("/pii_processing/0/lawful_basis").asText()).isEqualTo("eu-gdpr:A6-1-f");
    assertThat(
            site.call(
                    "PUT",
                    "/v1/consents",
                    "{\"subject\":\"u:back-di\",\"purpose\":\"interest-profile\",\"decision\":\"on\"}")
                .statusCode())
        .as("what needs a yes is not switched on")
        .isEqualTo(400);
  }

  @Test
  void anObjectionCanBeTakenBackWhereItWasMade() throws Exception {
    Walker walker = new Walker();
    walker.open("/privacy").press("Switch off");
    assertThat(walker.page())
        .contains("Off: ", "switched off audience counts")
        .doesNotContain("Our own interest; you can object");
    walker.press("Switch on");
    assertThat(walker.page())
        .contains("On: ", "switched on audience counts", "Our own interest; you can object");
  }
}
