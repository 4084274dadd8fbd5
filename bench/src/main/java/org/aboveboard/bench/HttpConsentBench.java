package org.aboveboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Consent changes acknowledged over HTTP, with their effect: `PUT /v1/consents` to a running
/// server.
///
/// Each client has people of its own, each of whom says yes to a prompt and takes it back: whoever
/// said no is not asked again. Measured is the PUT alone; the prompt is fetched before and does not
/// count, though the server serves it meanwhile. A withdrawal is answered when rows are gone and
/// every node's model has followed.
///
/// Usage: `HttpConsentBench URL SECRET SECONDS CLIENTS...`
public final class HttpConsentBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final long began = System.nanoTime();
  private final URI server;
  private final String secret;

  private HttpConsentBench(URI server, String secret) {
    this.server = server;
    this.secret = secret;
  }

  public static void main(String... arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    double seconds = Double.parseDouble(arguments[2]);
    for (int i = 3; i < arguments.length; i++) {
      int clients = Integer.parseInt(arguments[i]);
      // each with people of its own: those of the warm-up have said no
      Clients.run(clients, seconds / 3, new HttpConsentBench(server, arguments[1])::turn);
      Took took = Clients.run(clients, seconds, new HttpConsentBench(server, arguments[1])::turn);
      System.out.println(clients + " clients: " + took.words());
    }
  }

  private long turn(int client, int turn) throws IOException, InterruptedException {
    String subject = "u:bench" + began + "-" + client + "-" + turn / 2;
    return turn % 2 == 0
        ? put(
            "{\"subject\":\"%s\",\"decision\":\"given\",\"prompt\":\"%s\"}"
                .formatted(subject, prompt(subject)))
        : put(
            "{\"subject\":\"%s\",\"decision\":\"withdrawn\",\"purpose\":\"recommendations\"}"
                .formatted(subject));
  }

  private String prompt(String subject) throws IOException, InterruptedException {
    JsonNode asked =
        JSON.readTree(
            send(HttpRequest.newBuilder(
                        server.resolve("/v1/prompts?surface=home-row&subject=" + subject))
                    .GET())
                .body());
    return asked.at("/prompt/id").asText();
  }

  private long put(String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve("/v1/consents"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    long began = System.nanoTime();
    HttpResponse<String> answer = send(request);
    long took = System.nanoTime() - began;
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return took;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.header("Authorization", "Bearer " + secret).build(), BodyHandlers.ofString());
  }
}
