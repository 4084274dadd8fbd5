package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.command.Typed;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.postgres.RunningPostgres;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One line of one file is changed and applied while the server runs: everything that speaks of it
/// changes at once, and so does what is done.
@QuarkusTest
@TestProfile(ApplyTest.Profile.class)
class ApplyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String CHANGED = "purposes/recommendations.yaml";

  @Inject Keys keys;
  @Inject Declaration declaration;
  @Inject Access access;

  private final Path data = setting("aboveboard.data");
  private final Path policy = setting("aboveboard.policy");

  private String secret = "";

  /// A server of its own, with a policy that may be changed.
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path stores = Files.createDirectories(Path.of("target/stores"));
        Path own = Files.createTempDirectory(stores, "p");
        Draft.of("bookshop", own);
        return Map.of(
            "aboveboard.data",
            Files.createTempDirectory(stores, "s").toAbsolutePath().toString(),
            "aboveboard.policy",
            own.toAbsolutePath().toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void open() throws Exception {
    secret = keys.adopt(Kind.SECRET, "sk_apply").secret();
    call("PUT", "/v1/items", "{\"items\":[{\"id\":\"b1\",\"title\":\"One\"}]}");
    change("retention: \\w+", "retention: P90D");
    assertThat(applied().code()).isZero();
  }

  private static Path setting(String name) {
    return ConfigProvider.getConfig().getValue(name, Path.class);
  }

  private HttpResponse<String> call(String method, String path, String body)
      throws IOException, InterruptedException {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "")).resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer;
  }

  private String page(String path) throws IOException, InterruptedException {
    return call("GET", path, "").body();
  }

  private JsonNode asked(String subject) throws IOException, InterruptedException {
    return JSON.readTree(page("/v1/prompts?surface=home-row&subject=" + subject));
  }

  private void says(String subject, String decision) throws IOException, InterruptedException {
    call(
        "PUT",
        "/v1/consents",
        JSON.writeValueAsString(
            Map.of(
                "subject",
                subject,
                "decision",
                decision,
                "prompt",
                asked(subject).at("/prompt/id").asText())));
  }

  private void views(String user, String id) throws IOException, InterruptedException {
    Map<String, Object> event =
        Map.of(
            "type",
            "track",
            "event",
            "Product Viewed",
            "userId",
            user,
            "messageId",
            id,
            "properties",
            Map.of("product_id", "b1"));
    call("POST", "/v1/batch", JSON.writeValueAsString(Map.of("batch", List.of(event))));
  }

  /// Days pass for all that is kept.
  private void pass(int days) throws Exception {
    RunningPostgres running = RunningPostgres.in(data.resolve("store")).orElseThrow();
    try (Connection owner =
            Pools.owner(new Address(running.jdbcUrl(), running.user(), running.password()));
        Statement statement = owner.createStatement()) {
      statement.execute("update event set kept = kept - " + days);
    }
  }

  private long kept(String subject) throws Exception {
    return access.copy(subject).events().size();
  }

  /// The options of another server on the same store.
  private Options elsewhere() throws IOException {
    RunningPostgres running = RunningPostgres.in(data.resolve("store")).orElseThrow();
    String url =
        running.jdbcUrl()
            + "?user="
            + running.user()
            + "&password="
            + URLEncoder.encode(running.password(), StandardCharsets.UTF_8);
    return new Options(data, policy, Optional.of(url), false, 5, 0);
  }

  private void change(String before, String after) throws IOException {
    Path file = policy.resolve(CHANGED);
    Files.writeString(file, Files.readString(file).replaceFirst(before, after));
  }

  /// What is read by a person, a regulator or a machine speaks of these days alone.
  private void assertEverythingSays(String days, String before) throws Exception {
    assertThat(asked("u:new").toString()).contains(days + " days").doesNotContain(before + " days");
    for (String page :
        List.of(
            "/transparency",
            "/transparency/purposes/recommendations",
            "/transparency/record",
            "/transparency/map",
            "/transparency/record-of-processing.csv")) {
      assertThat(page(page)).as(page).contains(days + " days").doesNotContain(before + " days");
    }
    for (String file : List.of("dpv.jsonld", "tilt.json", "fideslang.yaml", "policy.json")) {
      assertThat(page("/transparency/" + file))
          .as(file)
          .contains("P" + days + "D")
          .doesNotContain("P" + before + "D");
    }
    assertThat(page("/v1/map")).contains("P" + days + "D").doesNotContain("P" + before + "D");
  }

  private Typed applied() {
    return Typed.of("apply", policy.toString(), "--data", data.toString());
  }

  @Test
  void aLongerRetentionAsksAgainExactlyThoseWhoSaidYes() throws Exception {
    says("u:ana", "given");
    says("u:ben", "refused");
    views("ana", "a1");
    change("retention: P90D", "retention: P180D");
    String before = declaration.now().policy().digest();
    Typed typed = applied();
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(declaration.now().policy().digest()).isNotEqualTo(before);
    assertThat(typed.said())
        .contains(declaration.now().policy().digest())
        .contains("Must agree: Data steward (widening), Ethics officer (widening) and Model owner")
        .contains("Everybody who said yes to \"book suggestions\" is asked again about: acts are");

    assertThat(asked("u:ana").path("show").asText()).isEqualTo("question");
    assertThat(asked("u:ana").toString()).contains("180 days").contains("90 days");
    assertThat(asked("u:ben").path("show").asText()).isNotEqualTo("question");
    assertThat(asked("u:cem").toString()).contains("180 days").doesNotContain("90 days");
    assertEverythingSays("180", "90");

    pass(100);
    assertThat(applied().code()).isZero();
    assertThat(kept("u:ana")).as("kept as long as she agreed to").isZero();

    says("u:ana", "given");
    assertThat(asked("u:ana").path("show").asText()).isEqualTo("nothing");
    views("ana", "a2");
    pass(100);
    assertThat(applied().code()).isZero();
    assertThat(kept("u:ana")).isOne();
  }

  @Test
  void aShorterRetentionDeletesAndAsksNobody() throws Exception {
    says("u:dan", "given");
    views("dan", "d1");
    pass(40);
    views("dan", "d2");
    assertThat(kept("u:dan")).isEqualTo(2);
    change("retention: P90D", "retention: P30D");
    Typed typed = applied();
    assertThat(typed.said())
        .contains("Must agree: Data steward (narrowing).", "Nobody has to be asked again.")
        .contains("Deleted by it: 1 events");
    assertThat(applied().said()).doesNotContain("Must agree");
    assertThat(kept("u:dan")).isOne();
    assertThat(access.copy("u:dan").events())
        .as("no longer the day that was promised")
        .extracting(event -> event.day().until(event.erasedOn(), ChronoUnit.DAYS))
        .containsExactly(30L);
    assertThat(asked("u:dan").path("show").asText()).isEqualTo("nothing");
    assertEverythingSays("30", "90");
  }

  @Test
  void aFaultyPolicyChangesNothing() throws Exception {
    String before = declaration.now().policy().digest();
    change("retention: P90D", "retention: soon");
    Typed typed = applied();
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains(CHANGED + ":");
    assertThat(declaration.now().policy().digest()).isEqualTo(before);
    assertThat(asked("u:fay").toString()).contains("90 days");
  }

  @Test
  void aPolicyThatTheLinterBlocksChangesNothing() throws Exception {
    String before = declaration.now().policy().digest();
    change("en: We look at", "en: We improve your experience and look at");
    Typed typed = applied();
    change("We improve your experience and look at", "We look at");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains(CHANGED + ":", "DP34");
    assertThat(declaration.now().policy().digest()).isEqualTo(before);
  }

  @Test
  void theNumberOfAPurposeIsItsForEver() throws Exception {
    String before = declaration.now().policy().digest();
    Draft draft = new Draft(policy);
    draft.replace(CHANGED, "number: 0", "number: 2");
    draft.replace("purposes/taste-profile.yaml", "number: 2", "number: 9");
    Typed typed = applied();
    draft.replace(CHANGED, "number: 2", "number: 0");
    draft.replace("purposes/taste-profile.yaml", "number: 9", "number: 2");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said())
        .contains(CHANGED + ":2: Its stored rows call it by another number. Write 'number: 0'.")
        .contains("taste-profile.yaml:2: Its stored rows")
        .contains("Write 'number: 2'.");
    assertThat(declaration.now().policy().digest()).isEqualTo(before);
  }

  @Test
  void anotherServerOnTheSameStoreIsOnTheSameVersionAtOnce() throws Exception {
    Options options = elsewhere();
    try (House other = House.join(options, InstantSource.system())) {
      change("retention: P90D", "retention: P60D");
      assertThat(applied().code()).isZero();
      assertThat(other.declaration().now().index()).isEqualTo(declaration.now().index());
      assertThat(other.declaration().now().policy().digest())
          .isEqualTo(PolicyFiles.read(policy).policy().digest());
    }
  }

  @Test
  void aStartDoesNotGoBackToAVersionThatWasReplaced() throws Exception {
    change("retention: P90D", "retention: P60D");
    assertThat(applied().code()).isZero();
    change("retention: P60D", "retention: P90D");
    Options options = elsewhere();
    try (House other = House.open(options, InstantSource.system())) {
      assertThat(other.declaration().now().policy().purpose("recommendations"))
          .hasValueSatisfying(
              purpose -> assertThat(purpose.retention().events()).isEqualTo(Period.ofDays(60)));
    }
  }
}
