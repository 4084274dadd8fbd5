package org.aboveboard.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.subject.SubjectStore;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The tour of `docs/tour.md`, walked in a shell as a reader walks it; the page repeats its steps.
@QuarkusTest
@TestProfile(Instance.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TourTest {
  private static final String TOUR =
      """
      # tag::ask[]
      AUTH="Authorization: Bearer $SECRET"
      JSON="Content-Type: application/json"
      curl -s -H "$AUTH" "$SHOP/v1/recommendations?surface=home-row&subject=u:reader&n=3"
      # end::ask[]

      # tag::silence[]
      curl -s -H "$AUTH" -H "$JSON" "$SHOP/v1/track" -d @- <<END
      {"userId": "reader", "messageId": "tour-1", "event": "Product Viewed",
       "properties": {"product_id": "b0001"}}
      END
      # end::silence[]

      # tag::prompt[]
      curl -s -H "$AUTH" "$SHOP/v1/prompts?surface=home-row&subject=u:reader" | tee prompt.json
      PROMPT=$(grep -o '"id":"[^"]*"' prompt.json | head -n 1 | cut -d '"' -f 4)
      # end::prompt[]

      # tag::yes[]
      curl -s -X PUT -H "$AUTH" -H "$JSON" "$SHOP/v1/consents" -d @- <<END
      {"subject": "u:reader", "decision": "given", "prompt": "$PROMPT"}
      END
      # end::yes[]

      # tag::events[]
      curl -s -H "$AUTH" -H "$JSON" "$SHOP/v1/batch" -d @- <<END
      {"batch": [
        {"type": "track", "userId": "reader", "messageId": "tour-2",
         "event": "Product Viewed", "properties": {"product_id": "b0001"}},
        {"type": "track", "userId": "reader", "messageId": "tour-3",
         "event": "Product Viewed", "properties": {"product_id": "b0003"}},
        {"type": "track", "userId": "reader", "messageId": "tour-4",
         "event": "Product Reviewed", "properties": {"product_id": "b0005", "rating": 5}}
      ]}
      END
      # end::events[]

      # tag::personal[]
      curl -s -H "$AUTH" "$SHOP/v1/recommendations?surface=home-row&subject=u:reader&n=3" \\
        | tee answer.json
      WHY=$(grep -o '"why":"[^"]*"' answer.json | head -n 1 | cut -d '"' -f 4)
      # end::personal[]

      # tag::why[]
      curl -s -H "$AUTH" "$SHOP$WHY?subject=u:reader"
      # end::why[]

      # tag::held[]
      curl -s -H "$AUTH" "$SHOP/v1/subjects/u:reader"
      # end::held[]

      # tag::withdraw[]
      curl -s -X PUT -H "$AUTH" -H "$JSON" "$SHOP/v1/consents" -d @- <<END
      {"subject": "u:reader", "purpose": "recommendations", "decision": "withdrawn"}
      END
      curl -s -H "$AUTH" "$SHOP/v1/recommendations?surface=home-row&subject=u:reader&n=3"
      # end::withdraw[]

      # tag::erase[]
      curl -s -X DELETE -H "$AUTH" "$SHOP/v1/subjects/u:reader" | tee job.json
      STATUS=$(grep -o '"status":"[^"]*"' job.json | cut -d '"' -f 4)
      curl -s -H "$AUTH" "$SHOP$STATUS"
      # end::erase[]
      """;

  private static final Pattern STEP =
      Pattern.compile("# tag::(\\w+)\\[]\\n(.*?)# end::\\1\\[]\\n", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BOOKS = 24;
  private static final int READERS = 40;

  @Inject Keys keys;
  @Inject Catalogue catalogue;
  @Inject SubjectStore subjects;
  @Inject Consents consents;
  @Inject Collect collect;
  @Inject Declaration declaration;
  @Inject Learn learn;
  @Inject InstantSource clock;

  private Map<String, List<JsonNode>> said = Map.of();

  @BeforeAll
  void walk(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(canRun("bash") && canRun("curl"), "bash or curl is not here");
    fill();
    said = run(folder);
  }

  @Test
  void silenceKeepsNothingAndGetsWhatIsPopular() {
    assertThat(step("ask", 0).at("/level").asText()).isEqualTo("none");
    assertThat(step("ask", 0).at("/denied/reason").asText()).isEqualTo("never_asked");
    assertThat(step("silence", 0).at("/accepted").asInt()).isZero();
    assertThat(step("silence", 0).at("/withheld")).hasSize(1);
  }

  @Test
  void aYesToTheServedPromptMakesTheNextAnswerPersonal() {
    JsonNode prompt = step("prompt", 0).at("/prompt/words");
    assertThat(prompt.at("/answers/0").asText()).isEqualTo("Don’t use it");
    assertThat(prompt.at("/answers/1").asText()).isEqualTo("Use it");
    assertThat(step("yes", 0).at("/decision").asText()).isEqualTo("given");
    assertThat(step("events", 0).at("/accepted").asInt()).isEqualTo(3);
    assertThat(step("personal", 0).at("/level").asText()).isEqualTo("general");
    assertThat(step("personal", 0).at("/items")).hasSize(3);
    assertThat(step("personal", 0).at("/items/0/reason").asText())
        .startsWith("Mostly because you ");
  }

  @Test
  void theReasonAddsUpToTheScore() {
    JsonNode why = step("why", 0);
    double sum = sum(why.at("/contributions")) + sum(why.at("/adjustments"));
    assertThat(why.at("/contributions")).isNotEmpty();
    assertThat(sum).isCloseTo(why.at("/score").asDouble(), within(1e-9));
  }

  @Test
  void thePersonSeesWhatIsHeld() {
    assertThat(step("held", 0).at("/events")).hasSize(3);
  }

  @Test
  void aWithdrawalHoldsOnTheNextRequest() {
    assertThat(step("withdraw", 0).at("/rowsDeleted").asInt()).isPositive();
    assertThat(step("withdraw", 0).at("/modelForgot").asBoolean()).isTrue();
    assertThat(step("withdraw", 1).at("/level").asText()).isEqualTo("none");
    assertThat(step("withdraw", 1).at("/denied/reason").asText()).isEqualTo("withdrawn");
  }

  @Test
  void anErasureIsAJobThatCanBeFollowed() {
    assertThat(step("erase", 0).at("/job").asText()).isNotEmpty();
    assertThat(step("erase", 1).at("/state").asText()).isIn("running", "done");
  }

  private JsonNode step(String name, int place) {
    return Optional.ofNullable(said.get(name)).orElseThrow().get(place);
  }

  private static double sum(JsonNode parts) {
    double sum = 0;
    for (JsonNode part : parts) {
      sum += part.at("/value").asDouble();
    }
    return sum;
  }

  /// Runs all steps in one shell; answers what each said.
  private Map<String, List<JsonNode>> run(Path folder) throws IOException, InterruptedException {
    List<MatchResult> steps = STEP.matcher(TOUR).results().toList();
    StringBuilder script = new StringBuilder("set -eu\n");
    for (MatchResult step : steps) {
      script.append("{\n").append(step.group(2)).append("} > ").append(step.group(1)).append('\n');
    }
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell.environment().put("SHOP", address());
    shell.environment().put("SECRET", keys.adopt(Kind.SECRET, "ab_secret_tour").secret());
    Process process = shell.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    Map<String, List<JsonNode>> answers = new LinkedHashMap<>();
    for (MatchResult step : steps) {
      Path file = folder.resolve(step.group(1));
      try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
        answers.put(step.group(1), values.readAll());
      }
    }
    return answers;
  }

  private static String address() {
    return ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", "");
  }

  private static boolean canRun(String program) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Books b0001 to b0024, and readers who like the odd ones or the even ones.
  private void fill() throws InterruptedException {
    List<ItemPut> books = new ArrayList<>();
    for (int b = 1; b <= BOOKS; b++) {
      books.add(
          new ItemPut(
              id(b), "Book " + b, Optional.empty(), List.of(), Map.of(), Optional.empty(), true));
    }
    catalogue.put(books);
    Purpose purpose = declaration.now().policy().purpose("recommendations").orElseThrow();
    List<String> names = new ArrayList<>();
    for (int r = 0; r < READERS; r++) {
      names.add("u:other" + r);
    }
    Instant since = clock.instant().minus(Duration.ofDays(1));
    consents.bring(subjects.enrol(names).values(), purpose, Evidence.IMPORTED, since, "a test");
    List<Arrival> views = new ArrayList<>();
    for (int r = 0; r < READERS; r++) {
      for (int b = 1 + r % 2; b <= BOOKS; b += 2) {
        if ((r * 7 + b) % 5 > 0) {
          views.add(view(names.get(r), id(b)));
        }
      }
    }
    long last =
        collect.take(views).stream()
            .mapToLong(taken -> taken instanceof Taken.Kept(long index) ? index : 0)
            .max()
            .orElseThrow();
    assertThat(learn.await(last, Duration.ofSeconds(30))).isTrue();
  }

  private static String id(int book) {
    return String.format(Locale.ROOT, "b%04d", book);
  }

  private Arrival view(String name, String item) {
    EventType type =
        declaration.now().policy().events().stream()
            .filter(known -> known.id().equals("viewed"))
            .findFirst()
            .orElseThrow();
    Instant now = clock.instant();
    return new Arrival(
        name + item, name, type, List.of(item), Map.of(), now, now, OptOuts.none(), false);
  }
}
