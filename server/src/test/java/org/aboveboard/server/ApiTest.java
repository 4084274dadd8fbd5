package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.learn.Learn;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our own endpoints over HTTP: what a shop's developer would do, and what they would do wrong.
@QuarkusTest
@TestProfile(Instance.class)
class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Inject Keys keys;
  @Inject Learn learn;

  private String secret = "";

  @BeforeEach
  void open() throws Exception {
    secret = keys.adopt(Kind.SECRET, "sk_api").secret();
    String items =
        String.join(
            ",",
            IntStream.range(0, 12)
                .mapToObj(i -> "{\"id\":\"api-" + i + "\",\"title\":\"Title " + i + "\"}")
                .toList());
    assertThat(call("PUT", "/v1/items", secret, "{\"items\":[" + items + "]}").statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> call(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode get(String path, String key) throws IOException, InterruptedException {
    HttpResponse<String> answer = call("GET", path, key, "");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private void says(String subject, String decision) throws IOException, InterruptedException {
    String prompt =
        get("/v1/prompts?surface=home-row&subject=" + subject, secret).at("/prompt/id").asText();
    String body =
        "{\"subject\":\"%s\",\"decision\":\"%s\",\"prompt\":\"%s\"}"
            .replaceFirst("%s", subject)
            .replaceFirst("%s", decision)
            .replaceFirst("%s", prompt);
    HttpResponse<String> answer = call("PUT", "/v1/consents", secret, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private void views(String user, int... items) throws IOException, InterruptedException {
    String batch =
        String.join(
            ",",
            IntStream.of(items)
                .mapToObj(i ->
                    """
                    {"type":"track","event":"Product Viewed","userId":"USER",
                     "messageId":"USER-ITEM","properties":{"product_id":"api-ITEM"}}
                    """
                        .replace("USER", user)
                        .replace("ITEM", Integer.toString(i)))
                .toList());
    HttpResponse<String> answer = call("POST", "/v1/batch", secret, "{\"batch\":[" + batch + "]}");
    assertThat(answer.body()).contains("\"accepted\":" + items.length);
  }

  private String token(String subject) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        call("POST", "/v1/tokens", secret, "{\"subject\":\"" + subject + "\",\"minor\":false}");
    return JSON.readTree(answer.body()).path("token").asText();
  }

  /// The file at an address of a receipt, which is there within two seconds of what it is about.
  private String receipt(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    HttpResponse<String> answer = call("GET", path, secret, "");
    while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
      answer = call("GET", path, secret, "");
    }
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    assertThat(answer.body()).startsWith("c2sp.org/tlog-proof@v1\n");
    return answer.body();
  }

  @Test
  void everyReceiptHasAnAddress() throws Exception {
    String subject = "u:api-receipts";
    says(subject, "given");
    long index = get("/v1/consents?subject=" + subject, secret).at("/0/index").asLong();
    receipt("/v1/receipts/" + index + "?subject=" + subject);
    String named =
        get("/v1/recommendations?surface=home-row&subject=" + subject, secret)
            .path("recommId")
            .asText();
    receipt("/v1/recommendations/" + named + "/receipt?subject=" + subject);
    String unnamed = get("/v1/recommendations?surface=home-row", secret).path("recommId").asText();
    receipt("/v1/recommendations/" + unnamed + "/receipt");
    HttpResponse<String> copy = call("GET", "/v1/subjects/" + subject, secret, "");
    String link = copy.headers().firstValue("Link").orElseThrow();
    receipt(link.substring(link.indexOf("/v1/"), link.indexOf('>')) + "?subject=" + subject);
    JsonNode job = JSON.readTree(call("DELETE", "/v1/subjects/" + subject, secret, "").body());
    receipt("/v1/erasures/" + job.path("job").asText() + "/receipt?stage=asked");
    assertThat(
            call("GET", "/v1/receipts/" + index + "?subject=" + subject, secret, "").statusCode())
        .isIn(200, 404);
    assertThat(call("GET", "/ledger/checkpoint", secret, "").headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=1");
  }

  @Test
  void fromAnEventToAnExplainedAnswerAndBackOut() throws Exception {
    for (int reader = 0; reader < 8; reader++) {
      says("u:api-reader" + reader, "given");
      int half = reader < 5 ? 0 : 1;
      views("api-reader" + reader, half, half + 2, half + 4);
    }
    says("u:api-ana", "given");
    views("api-ana", 0, 1);
    long written = learn.progress().index() + learn.progress().pending();
    assertThat(learn.await(written, Duration.ofSeconds(30))).isTrue();

    String own = token("u:api-ana");
    JsonNode answer = get("/v1/recommendations?surface=home-row&n=1", own);
    assertThat(answer.path("level").asText()).isEqualTo("general");
    JsonNode first = answer.path("items").path(0);
    assertThat(first.path("id").asText()).as("what readers of api-0 read").isIn("api-2", "api-4");
    JsonNode why = get(first.path("why").asText(), own);
    double sum = 0;
    for (JsonNode part : why.path("contributions")) {
      sum += part.path("value").asDouble();
    }
    for (JsonNode part : why.path("adjustments")) {
      sum += part.path("value").asDouble();
    }
    assertThat(sum).isCloseTo(why.path("score").asDouble(), within(1e-9));
    assertThat(why.path("changes").path(0).path("without").path(0).asText()).isEqualTo("api-0");

    HttpResponse<String> withdrawn =
        call(
            "PUT",
            "/v1/consents",
            own,
            "{\"purpose\":\"recommendations\",\"decision\":\"withdrawn\"}");
    assertThat(withdrawn.body()).contains("\"modelForgot\":true");
    assertThat(get("/v1/recommendations?surface=home-row", own).path("level").asText())
        .isEqualTo("none");
    assertThat(call("GET", first.path("why").asText(), own, "").statusCode()).isEqualTo(404);

    HttpResponse<String> erased = call("DELETE", "/v1/subjects/u:api-ana", secret, "");
    assertThat(erased.statusCode()).isEqualTo(202);
    String status = JSON.readTree(erased.body()).path("status").asText();
    assertThat(ended(status)).isEqualTo("done");
    assertThat(get("/v1/consents?subject=u:api-ana", secret)).isEmpty();
  }

  private String ended(String status) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String state = "running";
    while (state.equals("running") && System.nanoTime() < deadline) {
      state = get(status, secret).path("state").asText();
    }
    return state;
  }

  @Test
  void aTokenSpeaksForItsOwnSubjectAlone() throws Exception {
    String own = token("u:api-bea");
    refused(call("GET", "/v1/recommendations?surface=home-row&subject=u:api-cleo", own, ""), 403);
    refused(call("DELETE", "/v1/subjects/u:api-cleo", own, ""), 403);
    refused(call("GET", "/v1/subjects/u:api-cleo", own, ""), 403);
    refused(call("PUT", "/v1/items", own, "{\"items\":[]}"), 403);
    refused(
        call(
            "PUT",
            "/v1/consents",
            own,
            "{\"subject\":\"u:api-cleo\",\"purpose\":\"recommendations\","
                + "\"decision\":\"withdrawn\"}"),
        403);
    refused(call("GET", "/v1/recommendations?surface=home-row", own + "x", ""), 401);
  }

  @Test
  void aMinorIsNotAskedAndCannotSayYes() throws Exception {
    HttpResponse<String> minted =
        call("POST", "/v1/tokens", secret, "{\"subject\":\"u:api-kid\",\"minor\":true}");
    String own = JSON.readTree(minted.body()).path("token").asText();
    assertThat(get("/v1/prompts?surface=home-row", own).at("/show").asText()).isEqualTo("nothing");
    assertThat(
            get("/v1/prompts?surface=home-row&subject=u:api-kid&minor=true", secret)
                .at("/show")
                .asText())
        .isEqualTo("nothing");
    String prompt =
        get("/v1/prompts?surface=home-row&subject=u:api-kid", secret).at("/prompt/id").asText();
    refused(
        call("PUT", "/v1/consents", own, "{\"decision\":\"given\",\"prompt\":\"" + prompt + "\"}"),
        403);
    assertThat(get("/v1/recommendations?surface=home-row", own).path("level").asText())
        .isEqualTo("none");
  }

  @Test
  void aWriteKeyOnlyAddsEvents() throws Exception {
    String write = keys.adopt(Kind.WRITE, "wk_api").secret();
    refused(call("GET", "/v1/recommendations?surface=home-row", write, ""), 403);
    refused(call("PUT", "/v1/items", write, "{\"items\":[]}"), 403);
    refused(call("DELETE", "/v1/subjects/u:api-dora", write, ""), 403);
  }

  @Test
  void badInputGetsACauseAndACureAndChangesNothing() throws Exception {
    refused(call("GET", "/v1/recommendations", secret, ""), 400);
    refused(call("GET", "/v1/recommendations?surface=nowhere", secret, ""), 400);
    refused(call("GET", "/v1/recommendations?surface=home-row&n=0", secret, ""), 400);
    refused(call("GET", "/v1/recommendations?surface=home-row&n=ten", secret, ""), 400);
    refused(
        call("GET", "/v1/recommendations?surface=home-row&subject=" + "x".repeat(3000), secret, ""),
        400);
    refused(call("PUT", "/v1/items", secret, "{\"items\":"), 400);
    refused(call("PUT", "/v1/items", secret, "{\"items\":[{\"id\":\"x\"}]}"), 400);
    refused(
        call("PUT", "/v1/items", secret, "{\"items\":[{\"id\":\"x\",\"title\":\"t\",\"odd\":1}]}"),
        400);
    refused(
        call("PUT", "/v1/items", secret, "{\"items\":[{\"id\":\"a\\u0000b\",\"title\":\"t\"}]}"),
        400);
    refused(
        call(
            "PUT",
            "/v1/items",
            secret,
            "{\"items\":[{\"id\":\"x\",\"title\":\"t\",\"published\":\"tomorrow\"}]}"),
        400);
    refused(call("PUT", "/v1/consents", secret, "null"), 400);
    refused(call("PUT", "/v1/consents", secret, "{\"subject\":\"u:x\"}"), 400);
    refused(
        call("PUT", "/v1/consents", secret, "{\"subject\":\"u:x\",\"decision\":\"given\"}"), 400);
    refused(
        call(
            "PUT",
            "/v1/consents",
            secret,
            "{\"subject\":\"u:x\",\"decision\":\"given\",\"prompt\":\"made-up\"}"),
        409);
    refused(call("DELETE", "/v1/subjects/u:nobody-here", secret, ""), 404);
    refused(call("GET", "/v1/erasures/not-a-number", secret, ""), 404);
    refused(call("GET", "/v1/recommendations/zz/why/api-1", secret, ""), 404);
    refused(call("GET", "/v1/nowhere", secret, ""), 404);
    refused(call("POST", "/v1/items", secret, "{}"), 405);
    assertThat(get("/v1/consents?subject=u:x", secret)).isEmpty();
  }

  private static void refused(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("cure").asText()).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "at org.", "u:api");
  }

  @Test
  void theDescriptionAndItsPageAreServedFromHere() throws Exception {
    assertThat(call("GET", "/openapi", secret, "").body()).contains("/v1/recommendations");
    assertThat(call("GET", "/health/live", secret, "").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/health/ready", secret, "").statusCode()).isEqualTo(200);
    assertThat(call("GET", "/metrics", secret, "").body()).contains("http_server_requests");
  }
}
