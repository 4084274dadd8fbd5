package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A signal that says no to what its person said yes to: it counts as a no while it is sent, and
/// they can see that it was.
@QuarkusTest
@TestProfile(Instance.class)
final class ContradictionTest {
  private static final String[] GPC = {"Sec-GPC", "1"};

  /// Consent to no purpose of the Transparency and Consent Framework.
  private static final String TCF_NO = "CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA";

  @Inject Keys keys;

  private Site site = new Site("");
  private Site browser = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("c1", keys);
    browser = new Site(keys.adopt(Kind.WRITE, "wk_contradiction").secret());
  }

  private JsonNode asks(String subject, String... headers)
      throws IOException, InterruptedException {
    return site.get("/v1/recommendations?surface=home-row&subject=" + subject, headers);
  }

  private List<JsonNode> history(String subject) throws IOException, InterruptedException {
    return StreamSupport.stream(site.get("/v1/consents?subject=" + subject).spliterator(), false)
        .toList();
  }

  private List<String> carriers(String subject) throws IOException, InterruptedException {
    return history(subject).stream()
        .filter(said -> said.path("decision").asText().equals("contradicted"))
        .map(said -> said.path("carrier").asText())
        .toList();
  }

  @Test
  void eachSignalIsRecordedOnceAndChangesNothingByItself() throws Exception {
    String subject = "u:contra-ana";
    site.says(subject, "given");
    for (int i = 0; i < 3; i++) {
      assertThat(asks(subject, GPC).at("/denied/reason").asText()).isEqualTo("signal");
    }
    assertThat(carriers(subject)).containsExactly("gpc");
    for (int i = 0; i < 2; i++) {
      assertThat(asks(subject, "ADPC", "withdraw=*").at("/denied/reason").asText())
          .isEqualTo("conflict");
      assertThat(
              site.get("/v1/recommendations?surface=home-row&subject=" + subject + "&tcf=" + TCF_NO)
                  .at("/denied/reason")
                  .asText())
          .isEqualTo("conflict");
    }
    assertThat(carriers(subject)).containsExactly("gpc", "adpc", "tcf");
    assertThat(asks(subject).has("denied")).as("without a signal the yes holds").isFalse();
  }

  @Test
  void theRecordIsWholeAndSaysWhatItIs() throws Exception {
    String subject = "u:contra-bea";
    site.says(subject, "given");
    asks(subject, GPC);
    JsonNode last = history(subject).getLast();
    JsonNode record = site.get(last.path("record").asText() + "?subject=" + subject);
    assertThat(record.at("/made/carrier").asText()).isEqualTo("gpc");
    assertThat(record.at("/made/method").asText()).isEqualTo("signal");
    assertThat(record.at("/made/evidence").asText()).isEqualTo("signal: gpc");
    assertThat(record.at("/events/0/event_state").asText())
        .isEqualTo("aboveboard:ConsentContradicted");
    assertThat(record.at("/events/0/event_type").asText()).isEqualTo("expressed by a signal");
    assertThat(record.at("/pii_processing/0/lawful_basis").asText()).isEqualTo("eu-gdpr:A6-1-a");
  }

  @Test
  void itIsRecordedAgainAfterTheNextChoice() throws Exception {
    String subject = "u:contra-cleo";
    site.says(subject, "given");
    asks(subject, GPC);
    site.put(
        "/v1/consents",
        Map.of("subject", subject, "purpose", "recommendations", "decision", "kept", "days", 7));
    asks(subject, GPC);
    asks(subject, GPC);
    assertThat(carriers(subject)).containsExactly("gpc", "gpc");
    site.withdraws(subject);
    asks(subject, GPC);
    assertThat(carriers(subject)).as("there is no yes to contradict").hasSize(2);
  }

  @Test
  void aYesInSightOfTheSignalIsNotContradictedByIt() throws Exception {
    String subject = "u:contra-dora";
    site.answer(subject, "given", site.prompt(subject));
    asks(subject, "Sec-GPC", "0");
    assertThat(carriers(subject)).as("only 1 is the signal").isEmpty();
    Walker walker = new Walker(GPC);
    walker.open("/consent?purpose=recommendations").press("Use it");
    assertThat(walker.open("/privacy").page())
        .contains("said yes to book suggestions")
        .doesNotContain("against your yes");
  }

  @Test
  void thePersonReadsItInTheirHistory() throws Exception {
    Walker walker = new Walker();
    walker.open("/shop").press("Use it");
    Walker later = walker.sending(GPC);
    for (int i = 0; i < 2; i++) {
      assertThat(later.open("/privacy").page())
          .containsOnlyOnce(
              "said no to book suggestions, by your browser’s Global Privacy Control, against your"
                  + " yes")
          .contains("treated it as a no for as long as it was sent");
    }
  }

  @Test
  void whatComesWithAPublicKeyIsWrittenIntoNobodysHistory() throws Exception {
    String subject = "u:contra-eve";
    site.says(subject, "given");
    ObjectNode event = Messages.undeclared("Product Viewed", subject);
    event.putObject("properties").put("product_id", "c1");
    browser.call("POST", "/v1/batch", batch(event), GPC);
    assertThat(carriers(subject)).isEmpty();
    site.call("POST", "/v1/batch", batch(event), GPC);
    assertThat(carriers(subject)).containsExactly("gpc");
  }

  private static String batch(ObjectNode event) {
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    batch.putArray("batch").add(event);
    return batch.toString();
  }

  @Test
  void manyAtOnceAreRecordedOnce() throws Exception {
    String subject = "u:contra-fay";
    site.says(subject, "given");
    List<Callable<JsonNode>> many = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      many.add(() -> asks(subject, GPC));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<JsonNode> answer : threads.invokeAll(many)) {
        assertThat(answer.get().at("/denied/reason").asText()).isEqualTo("signal");
      }
    }
    assertThat(carriers(subject)).containsExactly("gpc");
  }
}
