package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.declaration.Declaration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The two documents that browsers fetch, over HTTP and without a key.
@QuarkusTest
@TestProfile(Linked.class)
class DocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Inject Declaration declaration;
  @Inject Carriers carriers;

  @Test
  void anybodyCanReadThatGpcIsHeededAndSinceWhen() throws Exception {
    HttpResponse<String> answer = get("/.well-known/gpc.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("application/json");
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(JSON.readTree("{\"gpc\": true, \"lastUpdate\": \"2026-02-28\"}"));
  }

  @Test
  void whatIsAskedIsListedInTheWordsOfThePrompt() throws Exception {
    HttpResponse<String> answer = get("/consent-requests.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("application/json");
    JsonNode document = JSON.readTree(answer.body());
    assertThat(document.fieldNames()).toIterable().containsExactly("consentRequests");
    assertThat(document.path("consentRequests")).isNotEmpty();
    Policy policy = declaration.now().policy();
    Prompt prompt =
        Prompt.of(
            policy,
            policy.surface("home-row").orElseThrow(),
            policy.purpose("recommendations").orElseThrow(),
            Prompt.Reader.of(Language.EN));
    JsonNode request =
        document
            .path("consentRequests")
            .valueStream()
            .filter(one -> one.path("id").asText().startsWith("recommendations~"))
            .findFirst()
            .orElseThrow();
    assertThat(request.path("id").asText())
        .isEqualTo("recommendations~" + prompt.digest().substring(0, 16));
    assertThat(request.path("text").asText())
        .startsWith(prompt.question())
        .contains(prompt.what())
        .contains(prompt.facts().stream().map(Prompt.Fact::value).toList());
    assertThat(request.fieldNames()).toIterable().containsExactly("id", "text");
  }

  @Test
  void pagesThatPeopleSeePointToIt() throws Exception {
    for (String page : List.of("/shop", "/privacy", "/transparency")) {
      assertThat(get(page).headers().allValues("link"))
          .as(page)
          .containsExactly("</consent-requests.json>; rel=\"consent-requests\"");
    }
    for (String other :
        List.of("/operate", "/", "/nowhere", "/v1/nowhere", "/consent-requests.json")) {
      assertThat(get(other).headers().allValues("link")).as(other).isEmpty();
    }
  }

  @Test
  void whatWasCarriedIsAFigure() throws Exception {
    carriers.ofRequest(
        name -> Map.of("Sec-GPC", List.of("1")).getOrDefault(name, List.of()),
        name -> Map.of("gpp", List.of("nonsense")).getOrDefault(name, List.of()));
    assertThat(get("/metrics").body())
        .contains(
            "aboveboard_optout_carried_total{carrier=\"gpc\",} 1.0",
            "aboveboard_optout_unread_total{carrier=\"gpp\",} 1.0",
            "aboveboard_optout_conflicts_total{carrier=\"preferences\",} 0.0");
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("content-type").orElse("");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
            .header("Accept", "text/html, application/json;q=0.9, */*;q=0.1")
            .build(),
        BodyHandlers.ofString());
  }
}
