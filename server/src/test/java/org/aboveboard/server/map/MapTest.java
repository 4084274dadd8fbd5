package org.aboveboard.server.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.seen.Lookout;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The map over HTTP, as the public, the shop and its staff get it.
@QuarkusTest
@TestProfile(Instance.class)
final class MapTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Keys keys;
  @Inject Declaration declaration;
  @Inject Lookout lookout;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String secret = "";
  private String staff = "";

  @BeforeEach
  void open() throws Exception {
    secret = keys.adopt(Kind.SECRET, "sk_map").secret();
    staff = keys.createOperator("M. L.", "data-steward").secret();
    send("PUT", "/v1/items", secret, "{\"items\":[{\"id\":\"map-1\",\"title\":\"One\"}]}");
  }

  private static URI at(String path) {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    return URI.create(base.replaceAll("/$", "")).resolve(path);
  }

  private HttpResponse<String> send(String method, String path, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> page(String path, String language)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .build(),
        BodyHandlers.ofString());
  }

  private void press(String path, String form) throws IOException, InterruptedException {
    String token =
        Pattern.compile("name=\"token\" value=\"([^\"]+)\"")
            .matcher(page("/operate", "en").body())
            .results()
            .findFirst()
            .map(found -> found.group(1))
            .orElseThrow();
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + encoded(token) + "&" + form))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 399);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode observed(String key) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", "/v1/map/observed", key, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static Optional<Long> count(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path("name").asText().equals(name))
        .map(one -> one.path("count").asLong())
        .findFirst();
  }

  @Test
  void theDeclaredMapNeedsNoKeyAndCarriesTheDigest() throws Exception {
    HttpResponse<String> answer = send("GET", "/v1/map", "", "");
    JsonNode map = JSON.readTree(answer.body());
    assertThat(map.path("policy").asText()).isEqualTo(declaration.now().policy().digest());
    assertThat(map.path("boxes")).hasSizeGreaterThan(10);
    assertThat(answer.body()).contains("book suggestions");
    assertThat(send("GET", "/v1/map?language=de", "", "").body()).contains("Buchtipps");
    assertThat(send("GET", "/v1/map?language=fr", "", "").statusCode()).isEqualTo(400);
  }

  @Test
  void theDeclaredMapIsTaggedByVersionAndLanguage() throws Exception {
    HttpResponse<String> english = send("GET", "/v1/map", "", "");
    HttpResponse<String> german = send("GET", "/v1/map?language=de", "", "");
    String tag = english.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith('"' + declaration.now().policy().digest() + "-en-");
    assertThat(german.headers().firstValue("ETag").orElseThrow())
        .startsWith('"' + declaration.now().policy().digest() + "-de-");
    assertThat(english.headers().firstValue("Content-Language")).contains("en");
    assertThat(unlessIs(tag, "/v1/map").statusCode()).isEqualTo(304);
    assertThat(unlessIs(tag, "/v1/map").headers().firstValue("ETag")).contains(tag);
    assertThat(unlessIs(tag, "/v1/map?language=de").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> unlessIs(String tag, String path)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(at(path)).header("If-None-Match", tag).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whatWasSeenIsForTheShopAndItsStaffAlone() throws Exception {
    assertThat(send("GET", "/v1/map/observed", "", "").statusCode()).isEqualTo(401);
    String write = keys.create(Kind.WRITE).secret();
    assertThat(send("GET", "/v1/map/observed", write, "").statusCode()).isEqualTo(403);
    assertThat(observed(secret).path("policy").asText())
        .isEqualTo(declaration.now().policy().digest());
    assertThat(observed(staff).has("began")).isTrue();
  }

  @Test
  void whatComesUndeclaredIsCountedByNameAndNotStored() throws Exception {
    String message =
        """
        {"batch":[
         {"type":"track","event":"Product Added","userId":"map-ann","messageId":"map-m1",
          "properties":{"product_id":"map-1","quantity":2,"colour":"blue-secret-7"},
          "context":{"ip":"192.0.2.9"}},
         {"type":"track","event":"Coupon Entered","userId":"map-ann","messageId":"map-m2",
          "properties":{"code":"x"}}]}
        """;
    long kept = count(observed(secret).path("seen"), "added-to-cart/order-service").orElse(0L);
    HttpResponse<String> answer = send("POST", "/v1/batch", secret, message);
    assertThat(answer.body()).contains("\"accepted\":1");
    JsonNode seen = observed(secret);
    assertThat(count(seen.path("dropped"), "added-to-cart: properties.colour")).contains(1L);
    assertThat(count(seen.path("dropped"), "added-to-cart: context.ip")).contains(1L);
    assertThat(count(seen.path("dropped"), "track: Coupon Entered")).contains(1L);
    assertThat(count(seen.path("seen"), "added-to-cart/order-service")).contains(kept + 1);
    assertThat(count(seen.path("seen"), "added-to-cart.quantity")).contains(1L);
    assertThat(seen.toString()).doesNotContain("blue-secret", "192.0.2.9", "map-ann");

    HttpResponse<String> held = send("GET", "/v1/subjects/u:map-ann", secret, "");
    assertThat(held.body()).contains("quantity").doesNotContain("blue-secret", "192.0.2.9");
  }

  @Test
  void aNameThatMayBeAboutSomebodyIsCountedAndNotStored() throws Exception {
    long pages = count(observed(secret).path("dropped"), "page").orElse(0L);
    send(
        "POST",
        "/v1/batch",
        secret,
        """
        {"batch":[
         {"type":"page","name":"Account of Jane Doe, jane@example.org","userId":"map-jane",
          "messageId":"map-m4"},
         {"type":"screen","name":"Jane","userId":"map-jane","messageId":"map-m5"},
         {"type":"track","event":"Mail to jane@example.org","userId":"map-jane",
          "messageId":"map-m6"},
         {"type":"track","event":"Product Added","userId":"map-jane","messageId":"map-m7",
          "properties":{"product_id":"map-1","jane@example.org":1}}]}
        """);
    JsonNode dropped = observed(secret).path("dropped");
    assertThat(dropped.toString()).doesNotContain("Jane", "jane", "example");
    assertThat(count(dropped, "page")).contains(pages + 1);
    assertThat(count(dropped, "screen")).isPresent();
    assertThat(count(dropped, "track: (a name that may be about somebody)")).isPresent();
    assertThat(count(dropped, "added-to-cart: (a name that may be about somebody)")).contains(1L);
  }

  @Test
  void aValueOfAnotherTypeIsDroppedAndCounted() throws Exception {
    long kept = count(observed(secret).path("seen"), "added-to-cart.quantity").orElse(0L);
    send(
        "POST",
        "/v1/batch",
        secret,
        """
        {"batch":[
         {"type":"track","event":"Product Added","userId":"map-kim","messageId":"map-m8",
          "properties":{"product_id":"map-1","quantity":"secret-two"}},
         {"type":"track","event":"Product Added","userId":"map-kim","messageId":"map-m9",
          "properties":{"product_id":"map-1","quantity":{"of":"secret-three"}}}]}
        """);
    JsonNode seen = observed(secret);
    assertThat(count(seen.path("dropped"), "added-to-cart.quantity")).contains(2L);
    assertThat(count(seen.path("seen"), "added-to-cart.quantity").orElse(0L)).isEqualTo(kept);
    assertThat(seen.toString()).doesNotContain("secret-t");
  }

  @Test
  void theStaffsMapIsBehindTheSignInAndShowsWhatCame() throws Exception {
    assertThat(page("/operate/map", "en").statusCode()).isEqualTo(303);
    press("/operate/sign-in", "key=" + encoded(staff));
    send(
        "POST",
        "/v1/batch",
        secret,
        """
        {"batch":[{"type":"track","event":"<script>alert() for map-eve</script>","userId":"map-eve",
         "messageId":"map-m3"}]}
        """);
    lookout.run();
    String page = page("/operate/map", "en").body();
    assertThat(page)
        .contains(
            "Declared and seen",
            "▲ Dropped, not",
            "Events or fields come that are not declared",
            "track: (a name that may be about somebody)")
        .doesNotContain("Nothing happens here", "script", "map-eve");
    assertThat(page("/operate", "en").body()).contains("Events or fields come that are not");
    JsonNode alarms = observed(staff).path("alarms");
    assertThat(alarms.findValuesAsText("cause")).contains("came:undeclared");
    press("/operate/sign-out", "");
  }

  @Test
  void everyBoxOfTheDrawingLeadsToItsPlaceInTheList() throws Exception {
    String page = page("/transparency/map", "en").body();
    List<String> links =
        Pattern.compile("<a class=\"[a-z]+\" href=\"#([^\"]+)\"")
            .matcher(page.substring(page.indexOf("<svg viewBox=\"-2"), page.indexOf("</figure>")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(links).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(links).allSatisfy(id -> assertThat(page).contains("<li id=\"" + id + "\">"));
    assertThat(page).contains(declaration.now().policy().digest());
  }

  @Test
  void itIsToldInTheReadersLanguageAndNarrowsToOneBox() throws Exception {
    assertThat(page("/transparency/map", "de").body())
        .contains("<div lang=\"de\">", "Wohin deine Daten gehen", "Buchtipps");
    assertThat(page("/transparency/map?language=de", "en").body())
        .contains("Wohin deine Daten gehen", "/transparency/map?language=de&amp;of=purpose-")
        .doesNotContain("From left to right", "Von links nach rechts");
    assertThat(page("/transparency?language=de", "en").body())
        .contains("\"/transparency/map?language=de\"");
    String part = page("/transparency/map?of=purpose-order-service", "en").body();
    assertThat(part.substring(part.indexOf("<svg viewBox=\"-2"), part.indexOf("</figure>")))
        .contains("#purpose-order-service")
        .doesNotContain("#purpose-recommendations");
    assertThat(page("/transparency/map?of=purpose-none", "en").statusCode()).isEqualTo(404);
  }

  @Test
  void whatAVisitorSwitchedOffIsDashedForThem() throws Exception {
    assertThat(page("/transparency/map", "en").body())
        .doesNotContain("This is how it stands for you", "◌");
    answer("no");
    String off = page("/transparency/map", "en").body();
    assertThat(off)
        .contains("This is how it stands for you.", "◌ dashed: switched off by you.")
        .containsPattern("<a class=\"off\" href=\"#purpose-recommendations\"");
    answer("yes");
    assertThat(page("/transparency/map", "en").body())
        .containsPattern("<a class=\"on\" href=\"#purpose-recommendations\"")
        .doesNotContain("◌ dashed");
  }

  /// Answers the question about suggestions on its own page.
  private void answer(String what) throws IOException, InterruptedException {
    Purpose purpose = declaration.now().policy().purpose("recommendations").orElseThrow();
    Surface surface = declaration.now().policy().surface("home-row").orElseThrow();
    assertThat(surface.purposes()).contains(purpose.id());
    String page = page("/consent?purpose=" + purpose.id(), "en").body();
    String prompt =
        Pattern.compile("name=\"prompt\" value=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .findFirst()
            .map(found -> found.group(1))
            .orElseThrow(() -> new AssertionError(page));
    press(
        "/consent",
        "prompt="
            + encoded(prompt)
            + "&purpose="
            + purpose.id()
            + "&answer="
            + what
            + "&back=/shop");
  }
}
