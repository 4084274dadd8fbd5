package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The event protocol and the callers' edge, over HTTP, with the real store behind.
@QuarkusTest
@TestProfile(Instance.class)
class EdgeTest {
  private static final String ORDER =
      """
      {"type":"track","event":"Order Completed","userId":"%s","messageId":"%s",
       "properties":{"order_id":"o-1","products":[{"product_id":"sku-1"}]}}\
      """;

  @Inject Keys keys;

  private Calls calls;
  private String write;
  private String secret;

  @BeforeEach
  void open() {
    calls = Calls.running();
    write = keys.adopt(Kind.WRITE, "wk_edge").secret();
    secret = keys.adopt(Kind.SECRET, "sk_edge").secret();
  }

  @Test
  void everyRouteAnswersWithAndWithoutASlash() throws IOException, InterruptedException {
    for (String call : Route.CALLS.split("\\|", -1)) {
      for (String path : List.of("/v1/" + call, "/v1/" + call + "/")) {
        String body = "{\"batch\":[],\"event\":\"E\",\"userId\":\"u\",\"writeKey\":\"wk_edge\"}";
        HttpResponse<String> answer = calls.post(path, body, "Content-Type", "text/plain");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).isEqualTo("{\"success\":true}");
        assertThat(answer.headers().firstValue("content-type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        HttpResponse<String> asked = calls.send("OPTIONS", path, "Origin", "http://shop.test");
        assertThat(asked.headers().firstValue("access-control-allow-origin")).contains("*");
        assertThat(asked.headers().firstValue("access-control-allow-headers"))
            .hasValueSatisfying(
                names -> assertThat(names).contains("authorization", "content-type"));
      }
    }
  }

  @Test
  void anOrderIsKeptOnceAndAViewWithoutConsentIsNotKept() throws IOException, InterruptedException {
    String key = Calls.basic(secret);
    String order = ORDER.formatted("edge-1", "edge-order");
    assertThat(calls.post("/v1/track", order, "Authorization", key).body())
        .startsWith("{\"success\":true,\"accepted\":1,\"repeated\":0,");
    assertThat(calls.post("/v1/track", order, "Authorization", key).body())
        .startsWith("{\"success\":true,\"accepted\":0,\"repeated\":1,");
    String view =
        """
        {"event":"Product Viewed","userId":"edge-1","messageId":"edge-view",
         "properties":{"product_id":"sku-1"}}\
        """;
    assertThat(calls.post("/v1/track", view, "Authorization", key).body())
        .contains("\"accepted\":0", "\"withheld\":[{\"messageId\":\"edge-view\"");
    assertThat(calls.post("/v1/track", view, "Authorization", Calls.basic(write)).body())
        .isEqualTo("{\"success\":true}");
  }

  @Test
  void gzipIsTakenWithItsHeaderAndWithout() throws IOException, InterruptedException {
    byte[] zipped = Mailed.gzip("{\"batch\":[],\"writeKey\":\"wk_edge\"}".getBytes(UTF_8));
    assertThat(calls.post("/v1/b", zipped, "Content-Encoding", "gzip").statusCode()).isEqualTo(200);
    assertThat(calls.post("/v1/b", zipped).statusCode()).isEqualTo(200);
  }

  @Test
  void hostileBodiesGetAClearAnswer() throws IOException, InterruptedException {
    String key = Calls.basic(write);
    assertRefused(calls.post("/v1/track", "{\"userId\":", "Authorization", key), 400);
    assertRefused(
        calls.post("/v1/track", new byte[] {'"', (byte) 0xff}, "Authorization", key), 400);
    assertRefused(
        calls.post("/v1/track", Mailed.gzip(new byte[50_000_000]), "Authorization", key), 413);
    assertRefused(calls.post("/v1/track", "[".repeat(100_000), "Authorization", key), 400);
    assertRefused(
        calls.post("/v1/track", ORDER.formatted("x".repeat(2_000_000), "m"), "Authorization", key),
        413);
    assertThat(calls.post("/v1/track", ORDER.formatted("x".repeat(10_000_000), "m")).statusCode())
        .isEqualTo(413);
    assertRefused(calls.post("/v1/track", ORDER.formatted("u", "m")), 401);
    assertThat(
            calls
                .post(
                    "/v1/track",
                    ORDER.formatted("u", "m-odd"),
                    "Authorization",
                    key,
                    "Content-Type",
                    "no media type")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theSettingsDocumentSendsBrowsersBackHere() throws IOException, InterruptedException {
    for (String path : List.of("/v1/projects/wk_edge/settings", "/projects/wk_edge/settings")) {
      HttpResponse<String> answer = calls.send("GET", path);
      assertThat(answer.body())
          .isEqualTo(
              Directions.document("wk_edge", URI.create("http://" + calls.base().getAuthority())));
      assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    }
    assertThat(calls.send("GET", "/projects/" + secret + "/settings").statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenIsGivenToTheShopAlone() throws IOException, InterruptedException {
    String wanted = "{\"subject\":\"u:edge-token\",\"minor\":true}";
    String[] json = {"Content-Type", "application/json"};
    HttpResponse<String> stranger = calls.post("/v1/tokens", wanted, json);
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(stranger.body()).contains("\"cure\":").doesNotContain("edge-token");
    assertThat(calls.post("/v1/tokens", wanted, with(write, json)).statusCode()).isEqualTo(403);
    HttpResponse<String> shop = calls.post("/v1/tokens", wanted, with(secret, json));
    assertThat(shop.statusCode()).isEqualTo(200);
    assertThat(shop.body()).contains("\"token\":\"", "\"expiresAt\":\"");
    String claims = shop.body().replaceAll(".*\"token\":\"[^.]+\\.([^.]+)\\..*", "$1");
    assertThat(new String(Base64.getUrlDecoder().decode(claims), UTF_8))
        .contains("\"sub\":\"u:edge-token\"", "\"minor\":true", "\"aud\":\"aboveboard\"");
  }

  @Test
  void everyMistakeOfACallerNamesItsCure() throws IOException, InterruptedException {
    String[] json = with(secret, "Content-Type", "application/json");
    for (HttpResponse<String> answer :
        List.of(
            calls.post("/v1/tokens", "{\"subject\":", json),
            calls.post("/v1/tokens", "{\"subject\":\"whose-this\"}", json),
            calls.post("/v1/tokens", "{\"subject\":\"u:a\",\"whose-this\":1}", json),
            calls.post("/v1/tokens", "{\"subject\":\"u:a\",\"authTime\":\"whose-this\"}", json),
            calls.post(
                "/v1/tokens", "{\"subject\":\"u:a\",\"authTime\":\"2999-01-01T00:00:00Z\"}", json),
            calls.post("/v1/tokens", "", json),
            calls.post("/v1/tokens", "x", with(secret, "Content-Type", "text/csv")),
            calls.send("DELETE", "/v1/tokens"),
            calls.send("GET", "/v1/whose-this"))) {
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.headers().firstValue("content-type"))
          .as(answer.body())
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(answer.body())
          .contains("\"title\":\"", "\"detail\":\"", "\"cure\":\"", "\"instance\":\"urn:uuid:")
          .doesNotContain("whose-this", "Exception", "at org.");
    }
  }

  private static String[] with(String key, String... headers) {
    return List.of("Authorization", "Bearer " + key, headers[0], headers[1]).toArray(String[]::new);
  }

  private static void assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).matches("\\{\"success\":false,\"code\":\"\\w+\",\"message\":\".+\"}");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
  }
}
