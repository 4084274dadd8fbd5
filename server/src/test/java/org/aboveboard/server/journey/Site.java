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
import org.eclipse.microprofile.config.ConfigProvider;

/// An organisation's own server: it calls the one under test over HTTP, with its secret key.
record Site(String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  JsonNode get(String path) throws IOException, InterruptedException {
    return read("GET", path, "");
  }

  JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return read("PUT", path, JSON.writeValueAsString(body));
  }

  /// Sends messages of the event protocol; answers how many were accepted.
  int send(List<? extends JsonNode> messages) throws IOException, InterruptedException {
    return read("POST", "/v1/batch", JSON.writeValueAsString(Map.of("batch", messages)))
        .path("accepted")
        .asInt(-1);
  }

  HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + secret)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode read(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = call(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
