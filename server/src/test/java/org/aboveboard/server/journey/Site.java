package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.eclipse.microprofile.config.ConfigProvider;

/// An organisation's own server: it calls the one under test over HTTP, with its secret key.
record Site(String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /// A shop with a key of its own and one item of this id.
  static Site selling(String item, Keys keys) throws IOException, InterruptedException {
    Site site = new Site(keys.adopt(Kind.SECRET, "sk_" + item).secret());
    site.put("/v1/items", Map.of("items", List.of(Map.of("id", item, "title", "One"))));
    return site;
  }

  /// @param headers names and values in turn, besides the usual ones
  JsonNode get(String path, String... headers) throws IOException, InterruptedException {
    return read("GET", path, "", headers);
  }

  JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return read("PUT", path, JSON.writeValueAsString(body));
  }

  /// Puts the question at the bookshop's row to somebody, and answers it.
  JsonNode says(String subject, String decision) throws IOException, InterruptedException {
    return answer(subject, decision, prompt(subject));
  }

  /// The id of a question that is put to somebody now.
  String prompt(String subject, String... headers) throws IOException, InterruptedException {
    return get("/v1/prompts?surface=home-row&subject=" + subject, headers)
        .at("/prompt/id")
        .asText();
  }

  JsonNode answer(String subject, String decision, String prompt)
      throws IOException, InterruptedException {
    return put("/v1/consents", Map.of("subject", subject, "decision", decision, "prompt", prompt));
  }

  JsonNode withdraws(String subject) throws IOException, InterruptedException {
    return put(
        "/v1/consents",
        Map.of("subject", subject, "purpose", "recommendations", "decision", "withdrawn"));
  }

  /// Sends messages of the event protocol; answers how many were accepted.
  int send(List<? extends JsonNode> messages) throws IOException, InterruptedException {
    return read("POST", "/v1/batch", JSON.writeValueAsString(Map.of("batch", messages)))
        .path("accepted")
        .asInt(-1);
  }

  HttpResponse<String> call(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private JsonNode read(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = call(method, path, body, headers);
    assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
