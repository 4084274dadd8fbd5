package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.export.Artefact;
import org.aboveboard.policy.export.Artefacts;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.declaration.VersionStore;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the public reads over HTTP: the policy in force, and an earlier one only as a notice.
@QuarkusTest
@TestProfile(Instance.class)
class TransparencyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String NONE = "0".repeat(64);

  @Inject Running running;

  @TempDir Path folder;

  @AfterEach
  void restore() throws PolicyFaults {
    apply(Draft.of("bookshop", folder));
  }

  @Test
  void whatTheMonitorsFoundIsAPageAndAsData() throws Exception {
    String question = now().monitor("small-publishers").orElseThrow().question().plain();
    HttpResponse<String> page = get("/transparency/fairness");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(question, "at least four fifths", "ethics-officer", "There has been none.");
    var monitors = JSON.readTree(get("/v1/monitors").body());
    assertThat(monitors.findValuesAsText("id")).contains("small-publishers");
    assertThat(monitors.get(0).get("averageRunLength").asDouble()).isEqualTo(50_000);
    assertThat(monitors.get(0).at("/claim/within").asDouble()).isEqualTo(0.1);
    assertThat(monitors.get(1).path("claim").asText()).isEqualTo("fourFifths");
    assertThat(get("/transparency").body())
        .contains("\"/transparency/fairness\"", "\"/transparency/segments\"");
  }

  @Test
  void theManualOfTheModelIsAPageAndAsData() throws Exception {
    String path = "/transparency/models/what-goes-together";
    assertThat(get("/transparency").body()).contains(path);
    assertThat(get(path).body())
        .contains("What goes together", "Served", "Every declared signal is used", "not known");
    var manual = JSON.readTree(get("/v1/models/what-goes-together").body());
    assertThat(manual.path("served").asBoolean()).isTrue();
    assertThat(manual.path("used").findValuesAsText("id")).contains("purchases");
    assertThat(manual.path("policy").asText()).isEqualTo(now().digest());
    assertThat(get("/transparency/models/no-such").statusCode()).isEqualTo(404);
    assertThat(get("/v1/models/no-such").statusCode()).isEqualTo(404);
  }

  @Test
  void everyArtefactIsServedUnderTheDigestInForce() throws Exception {
    for (Artefact artefact : Artefacts.of(now()).all()) {
      HttpResponse<String> answer = get("/transparency/" + artefact.name());
      assertThat(answer.statusCode()).as(artefact.name()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(artefact.text());
      assertThat(answer.headers().allValues("ETag")).containsExactly('"' + now().digest() + '"');
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith(artefact.mediaType())
          .containsIgnoringCase("utf-8");
    }
    assertThat(get("/transparency/no.json").statusCode()).isEqualTo(404);
    assertThat(Digest.of(get("/transparency/policy.json").body())).isEqualTo(now().digest());
  }

  @Test
  void whatIsKnownIsNotSentAgain() throws Exception {
    HttpResponse<String> answer =
        get("/transparency/dpv.jsonld", "If-None-Match", '"' + now().digest() + '"');
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void anotherDigestIsRefused() throws Exception {
    for (String file : List.of("dpv.jsonld", "record-of-processing.csv", "record", "policy.json")) {
      assertProblem(get("/transparency/" + file + "?policy=" + NONE), 409);
      assertProblem(get("/transparency/" + file, "If-Match", '"' + NONE + '"'), 412);
      assertThat(get("/transparency/" + file + "?policy=" + now().digest()).statusCode())
          .isEqualTo(200);
      assertThat(
              get("/transparency/" + file, "If-Match", "\"x\", \"" + now().digest() + '"')
                  .statusCode())
          .isEqualTo(200);
    }
    assertProblem(get("/transparency?policy=" + NONE), 409);
    assertProblem(get("/transparency?policy=../x"), 409);
    assertProblem(get("/transparency/notice.en.json?policy=" + NONE), 409);
  }

  @Test
  void anEarlierNoticeIsMadeFromItsOwnVersionAndSaysSo() throws Exception {
    String earlier = now().digest();
    apply(longer());
    assertThat(now().digest()).isNotEqualTo(earlier);
    String page = get("/transparency?language=en&policy=" + earlier).body();
    assertThat(page)
        .contains("This is an earlier version.", earlier, "90 days, then erased")
        .doesNotContain("180 days", "Off until you say yes", now().digest());
    assertThat(get("/transparency/purposes/recommendations?language=de&policy=" + earlier).body())
        .contains("Das ist eine frühere Fassung.", "90 Tage, dann ist es gelöscht.");
    HttpResponse<String> notice = get("/transparency/notice.en.json?policy=" + earlier);
    assertThat(JSON.readTree(notice.body()).path("policy").asText()).isEqualTo(earlier);
    assertThat(notice.headers().firstValue("Link").orElseThrow()).contains("latest-version");
    assertProblem(get("/transparency/dpv.jsonld?policy=" + earlier), 409);
    assertProblem(get("/transparency/record?policy=" + earlier), 409);
    assertProblem(get("/transparency/dpv.jsonld", "If-Match", '"' + earlier + '"'), 412);
  }

  @Test
  void aLongerTimeIsInAllOfThemAfterOneApply() throws Exception {
    apply(longer());
    assertThat(get("/transparency?language=en").body()).contains("180 days, then erased");
    assertThat(get("/transparency/record?language=en").body()).contains("180 days");
    for (Artefact artefact : Artefacts.of(now()).all()) {
      assertThat(get("/transparency/" + artefact.name()).body())
          .as(artefact.name())
          .containsPattern("P180D|180 days|180 Tage");
    }
  }

  @Test
  void theLanguageIsTheReadersOwnWhereThePolicySpeaksIt() throws Exception {
    assertThat(get("/transparency", "Accept-Language", "de-AT, en;q=0.5").body())
        .contains("Was wir mit deinen Daten tun", "<div lang=\"de\">");
    assertThat(get("/transparency", "Accept-Language", "fr").body())
        .contains("What we do with your data");
    assertThat(get("/transparency?language=de", "Accept-Language", "en").body())
        .contains("Was wir mit deinen Daten tun");
    assertThat(get("/transparency/record?language=de").body())
        .contains("Verzeichnis der Verarbeitung");
  }

  @Test
  void aPromptsThirdLayerIsThePurposesOwnPage() throws Exception {
    assertThat(get("/transparency/purposes/taste-profile?language=en").body())
        .contains("Not approved, so off for all", "Who answers for it");
    assertThat(get("/transparency/purposes/nothing").statusCode()).isEqualTo(404);
  }

  private Policy now() {
    return running.house().declaration().now().policy();
  }

  private void apply(Draft draft) throws PolicyFaults {
    ReadPolicy read = draft.read();
    House house = running.house();
    new VersionStore(house.pools(), house.journal(), house.clock()).put(read);
    house.declaration().follow();
    assertThat(now().digest()).isEqualTo(read.policy().digest());
  }

  private Draft longer() {
    return Draft.of("bookshop", folder)
        .replace("purposes/recommendations.yaml", "retention: P90D", "retention: P180D");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("title").asText())
        .isEqualTo("Artefacts are served only if their digest matches");
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "") + path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }
}
