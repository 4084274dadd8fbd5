package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds under each policy that ships whole, on this one build, asked over HTTP as the
/// organisation's own server would. Nothing here knows which policy it is: surfaces, events and
/// fields are the declared ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThreePoliciesTest {
  private static final int PEOPLE = 30;
  private static final int ITEMS = 12;
  private static final long SEED = 20261124;

  @Inject Keys keys;
  @Inject Declaration declaration;
  @Inject Learn learn;
  @Inject InstantSource clock;

  @ConfigProperty(name = "aboveboard.policy")
  Path folder;

  Site site = new Site("");

  /// A small catalogue, and people who agreed and like one half of it.
  @BeforeEach
  void fill() throws Exception {
    if (!site.secret().isEmpty()) {
      return;
    }
    site = new Site(keys.adopt(Kind.SECRET, "sk_whole").secret());
    site.put(
        "/v1/items",
        Map.of(
            "items",
            IntStream.range(0, ITEMS)
                .mapToObj(i -> Map.of("id", "i" + i, "title", "Title " + i))
                .toList()));
    System.out.println("ThreePoliciesTest seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int person = 0; person < PEOPLE; person++) {
      String name = "u:person" + person;
      says(name, true);
      for (int item = person % 2; item < ITEMS; item += 2) {
        if (random.nextInt(4) > 0) {
          does(name, "i" + item);
        }
      }
    }
    follow();
  }

  Policy policy() {
    return declaration.now().policy();
  }

  Purpose purpose(String id) {
    return policy().purpose(id).orElseThrow();
  }

  EventType event(String id) {
    return policy().events().stream()
        .filter(type -> type.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// The purpose whose yes makes answers personal.
  Purpose suggestions() {
    return policy().purposes().stream()
        .filter(purpose -> purpose.isAsked() && purpose.level() == Level.GENERAL)
        .findFirst()
        .orElseThrow();
  }

  /// The first surface that may ask for it.
  Surface asking() {
    return policy().surfaces().stream()
        .filter(surface -> Prompt.mayAsk(policy(), surface, suggestions(), clock.instant()))
        .findFirst()
        .orElseThrow();
  }

  private List<Surface> critical() {
    return policy().surfaces().stream().filter(Surface::critical).toList();
  }

  private Stream<EventType> learntFrom() {
    return policy().events().stream()
        .filter(type -> type.signal().filter(suggestions().signals()::contains).isPresent());
  }

  JsonNode asked(String subject, Surface surface, String more)
      throws IOException, InterruptedException {
    return site.get("/v1/prompts?surface=" + surface.id() + "&subject=" + subject + more);
  }

  JsonNode says(String subject, boolean yes) throws IOException, InterruptedException {
    return site.put(
        "/v1/consents",
        Map.of(
            "subject",
            subject,
            "decision",
            yes ? "given" : "refused",
            "prompt",
            asked(subject, asking(), "").at("/prompt/id").asText()));
  }

  JsonNode withdraws(String subject, Purpose purpose) throws IOException, InterruptedException {
    return site.put(
        "/v1/consents",
        Map.of("subject", subject, "purpose", purpose.id(), "decision", "withdrawn"));
  }

  /// Does everything with an item that can be learnt from.
  void does(String subject, String item) throws IOException, InterruptedException {
    site.send(learntFrom().map(type -> Messages.of(type, subject, item)).toList());
  }

  JsonNode answer(String subject, Surface surface) throws IOException, InterruptedException {
    return site.get("/v1/recommendations?surface=" + surface.id() + "&subject=" + subject);
  }

  /// For what the rows of somebody are held, event by event.
  List<String> heldFor(String subject) throws IOException, InterruptedException {
    List<String> held = new ArrayList<>();
    site.get("/v1/subjects/" + subject)
        .path("events")
        .forEach(event -> event.path("purposes").forEach(purpose -> held.add(purpose.asText())));
    return held;
  }

  /// Waits until the model has followed everything that was written.
  void follow() throws InterruptedException {
    long written = learn.progress().index() + learn.progress().pending();
    assertThat(learn.await(written, Duration.ofSeconds(30))).isTrue();
  }

  String notice() throws IOException, InterruptedException {
    return page("/transparency?language=en");
  }

  private String page(String path) throws IOException, InterruptedException {
    return site.call("GET", path, "").body().replace("&#39;", "'").replace("&amp;", "&");
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @Test
  void whatRunsIsWhatIsReadAndReadsTheSameFromItsCanonicalForm() throws Exception {
    Policy read = PolicyFiles.read(folder).policy();
    Policy restored = PolicyFiles.restore(policy().canonicalJson());
    assertThat(policy().digest()).isEqualTo(read.digest()).isEqualTo(restored.digest());
    assertThat(restored.declared()).isEqualTo(read.declared());
  }

  @Test
  void beforeAYesNothingOfAPersonIsLearntOrShown() throws Exception {
    byte[] model = learn.gramDigest();
    site.send(
        policy().events().stream().map(type -> Messages.of(type, "u:stranger", "i0")).toList());
    follow();
    assertThat(learn.gramDigest()).isEqualTo(model);
    assertThat(heldFor("u:stranger"))
        .doesNotContain(suggestions().id())
        .allMatch(id -> !purpose(id).isAsked());
    JsonNode answer = answer("u:stranger", asking());
    assertThat(answer.path("level").asText()).isEqualTo("none");
    assertThat(answer.at("/denied/reason").asText()).isEqualTo("never_asked");
    assertThat(answer.path("items")).isNotEmpty();
    assertThat(each(answer.path("items")).map(item -> item.path("reason").asText()))
        .allMatch(reason -> reason.endsWith("Not based on you."));
  }

  @Test
  void theQuestionIsPutInEachLanguageWithoutAWordOfAnother() throws Exception {
    assertThat(policy().organisation().languages()).hasSize(2);
    for (Language language : policy().organisation().languages()) {
      JsonNode asked = asked("u:reader", asking(), "&language=" + language.code());
      assertThat(asked.path("show").asText()).isEqualTo("question");
      assertThat(asked.at("/prompt/words/language").asText()).isEqualTo(language.code());
      String fragment = asked.at("/prompt/fragment").asText();
      assertThat(fragment).contains("lang=\"" + language.code() + "\"");
      String shown = fragment.replaceAll("<[^>]*>", " ");
      assertThat(shown).contains(suggestions().sentence().in(language));
      for (Language other : Language.values()) {
        if (other != language) {
          assertThat(Tongues.wordsOf(other, shown, policy())).isEmpty();
          assertThat(Tongues.wordsOf(language, shown, policy())).isNotEmpty();
        }
      }
    }
    JsonNode unsaid = asked("u:reader", asking(), "");
    assertThat(unsaid.at("/prompt/words/language").asText())
        .isEqualTo(policy().organisation().language().code());
  }

  @Test
  void aYesMakesTheAnswerPersonalAndEachItemIsExplained() throws Exception {
    says("u:ana", true);
    does("u:ana", "i0");
    does("u:ana", "i2");
    follow();
    JsonNode answer = answer("u:ana", asking());
    assertThat(answer.path("level").asText()).isEqualTo("general");
    List<JsonNode> first = each(answer.path("items")).limit(3).toList();
    assertThat(first)
        .hasSize(3)
        .allSatisfy(item -> {
          assertThat(item.path("id").asText()).isIn("i4", "i6", "i8", "i10");
          assertThat(item.path("reason").asText()).contains("ecause you ").containsAnyOf(verbs());
        });
    for (JsonNode item : first) {
      JsonNode why = site.get(item.path("why").asText() + "?subject=u:ana");
      double sum =
          Stream.of("contributions", "adjustments")
              .flatMap(part -> each(why.path(part)))
              .mapToDouble(part -> part.path("value").asDouble())
              .sum();
      assertThat(why.path("contributions")).isNotEmpty();
      assertThat(sum).isCloseTo(why.path("score").asDouble(), within(1e-9));
    }
  }

  private String[] verbs() {
    return policy().signals().stream()
        .map(Signal::verb)
        .map(verb -> " " + verb.in(Language.EN) + " “")
        .toArray(String[]::new);
  }

  @Test
  void aCriticalSurfaceAsksNobodyAndStillAnswers() throws Exception {
    says("u:bea", true);
    assertThat(critical()).isNotEmpty();
    for (Surface surface : critical()) {
      for (String subject : List.of("u:passer-by", "a:passer-by", "u:bea")) {
        JsonNode asked = asked(subject, surface, "");
        assertThat(asked.path("show").asText()).isEqualTo("nothing");
        assertThat(asked.has("prompt")).isFalse();
        assertThat(answer(subject, surface).path("items")).isNotEmpty();
      }
    }
  }

  @Test
  void theNoticeNamesItsControllerAndAllItIsFor() throws Exception {
    String notice = notice();
    assertThat(notice)
        .contains(policy().organisation().name())
        .contains(policy().organisation().controller().name())
        .contains(policy().organisation().contact())
        .contains(policy().digest());
    for (Purpose purpose : policy().purposes()) {
      assertThat(notice).contains(purpose.sentence().in(Language.EN));
      assertThat(page("/transparency/purposes/" + purpose.id())).contains(purpose.digest());
    }
  }

  /// The pages around a question are English so far, whatever a policy speaks first.
  @Test
  void aPageAnswersInOneLanguageAroundTheQuestion() throws Exception {
    for (String path : List.of("/shop", "/privacy", "/transparency?language=en")) {
      HttpResponse<String> page = site.call("GET", path, "");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      String around =
          page.body()
              .replaceAll("(?s)<section class=\"card prompt\".*?</section>", " ")
              .replaceAll("<[^>]*>", " ");
      assertThat(Tongues.wordsOf(Language.DE, around, policy())).as(path).isEmpty();
      assertThat(Tongues.wordsOf(Language.EN, around, policy())).as(path).isNotEmpty();
    }
  }

  @Test
  void aWithdrawalHoldsAtOnceAndItsRowsAreGone() throws Exception {
    byte[] model = learn.gramDigest();
    says("u:cleo", true);
    does("u:cleo", "i1");
    does("u:cleo", "i3");
    follow();
    assertThat(learn.gramDigest()).isNotEqualTo(model);
    assertThat(heldFor("u:cleo")).contains(suggestions().id());
    assertThat(answer("u:cleo", asking()).path("level").asText()).isEqualTo("general");
    JsonNode effect = withdraws("u:cleo", suggestions());
    assertThat(effect.path("rowsDeleted").asLong()).isPositive();
    assertThat(effect.path("modelForgot").asBoolean()).isTrue();
    assertThat(learn.gramDigest()).isEqualTo(model);
    assertThat(heldFor("u:cleo")).allMatch(id -> !purpose(id).isAsked());
    JsonNode answer = answer("u:cleo", asking());
    assertThat(answer.path("level").asText()).isEqualTo("none");
    assertThat(answer.at("/denied/reason").asText()).isEqualTo("withdrawn");
    does("u:cleo", "i5");
    assertThat(heldFor("u:cleo")).doesNotContain(suggestions().id());
  }

  /// An invasive purpose denies every use, says what is missing, and is asked about nowhere.
  void isOffForWantOfAnApproval(Purpose invasive) throws Exception {
    assertThat(invasive.isInvasive()).isTrue();
    Surface place =
        policy().surfaces().stream()
            .filter(surface -> surface.purposes().contains(invasive.id()))
            .findFirst()
            .orElseThrow();
    for (Use use : invasive.uses()) {
      Optional<String> at = use == Use.SERVE ? Optional.of(place.id()) : Optional.empty();
      Question question = new Question(1, invasive, use, at, Circumstances.plain());
      assertThat(policy().decide(question, Standing.silent(), clock.instant()))
          .as("%s", use)
          .isInstanceOfSatisfying(
              Decision.Deny.class,
              deny -> {
                assertThat(deny.reason()).isEqualTo(Reason.NOT_APPROVED);
                assertThat(deny.rule()).contains("signed approval of this very policy");
              });
    }
    assertThat(notice()).contains("Not approved, so off for all");
    assertThat(policy().surfaces())
        .noneMatch(surface -> Prompt.mayAsk(policy(), surface, invasive, clock.instant()));
    assertThat(asked("u:curious", asking(), "").path("purpose").asText())
        .isEqualTo(suggestions().id());
    assertThat(site.call("GET", "/consent?purpose=" + invasive.id(), "").statusCode())
        .isBetween(400, 499);
  }
}
