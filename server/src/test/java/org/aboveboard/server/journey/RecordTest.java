package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Consent records: whole, and made again as they were after the policy has moved on.
@QuarkusTest
@TestProfile(RecordTest.Profile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RecordTest {
  private static final Pattern WORDS = Pattern.compile("\"words\":(\\{.*\\}),\"fragment\"");
  private static final String CHANGED = "purposes/recommendations.yaml";
  private static final List<String> PROCESSING =
      List.of(
          "privacy_notice",
          "language",
          "purpose",
          "purpose_type",
          "lawful_basis",
          "pii_information",
          "pii_controllers",
          "collection_method",
          "processing_method",
          "storage_locations",
          "retention_period",
          "processing_locations",
          "geographic_restrictions",
          "service",
          "jurisdiction",
          "withdrawal_method",
          "privacy_rights",
          "authority_party");
  private static final List<String> PERSONAL_DATA =
      List.of(
          "pii_type",
          "pii_attribute_id",
          "pii_optional",
          "sensitive_pii_category",
          "special_pii_category");
  private static final List<String> PARTY =
      List.of(
          "party_id",
          "party_name",
          "party_address",
          "party_contact",
          "party_type",
          "party_role",
          "party_email");
  private static final List<String> EVENT =
      List.of("event_time", "validity_duration", "entity_id", "event_type", "event_state");
  private static final List<String> MADE =
      List.of(
          "index",
          "about",
          "decision",
          "policyDigest",
          "meaningDigest",
          "promptId",
          "promptDigest",
          "surface",
          "order",
          "layer",
          "servedAt",
          "decidedAt",
          "method",
          "origin",
          "inSightOfGpc",
          "evidence");

  @Inject Keys keys;
  @Inject Pools pools;
  @Inject InstantSource clock;
  @Inject Declaration declaration;

  private Site site = new Site("");

  /// A server of its own, whose policy moves on.
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return new Instance().getConfigOverrides();
    }
  }

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("r1", keys);
  }

  private JsonNode record(String subject, long index) throws Exception {
    return site.get("/v1/consents/" + index + "?subject=" + subject);
  }

  private static void assertHas(JsonNode node, List<String> fields) {
    assertThat(fields)
        .allSatisfy(field -> {
          assertThat(node.has(field)).as(field).isTrue();
          assertThat(node.path(field).isContainerNode() || !node.path(field).asText().isBlank())
              .as(field)
              .isTrue();
          assertThat(node.path(field).isContainerNode() && node.path(field).isEmpty())
              .as(field)
              .isFalse();
        });
  }

  @Test
  @Order(1)
  void aRecordHasEveryFieldOfTheStandardAndMore() throws Exception {
    String subject = "u:record-ana";
    JsonNode record = record(subject, site.says(subject, "given").path("index").asLong());
    assertHas(
        record,
        List.of(
            "schema_version",
            "record_id",
            "pii_principal_id",
            "pii_processing",
            "parties",
            "events",
            "made"));
    assertThat(record.path("pii_principal_id").asText()).isEqualTo(subject);
    JsonNode processing = record.at("/pii_processing/0");
    assertHas(processing, PROCESSING);
    assertThat(processing.has("recipient_third_parties")).as("may be nobody").isTrue();
    assertThat(processing.has("codes_of_conduct")).as("may be none").isTrue();
    processing.path("pii_information").forEach(one -> assertHas(one, PERSONAL_DATA));
    record.path("parties").forEach(party -> assertHas(party, PARTY));
    record.path("events").forEach(event -> assertHas(event, EVENT));
    JsonNode made = record.path("made");
    assertHas(made, MADE);
    assertThat(made.path("order").asText()).isEqualTo("no, yes; visit");
    assertThat(made.path("layer").asText()).isEqualTo("1");
    assertThat(made.path("policyDigest").asText()).isEqualTo(declaration.now().policy().digest());
    assertThat(Instant.parse(made.path("servedAt").asText()))
        .isBeforeOrEqualTo(Instant.parse(made.path("decidedAt").asText()));
    assertThat(made.has("supersedes")).as("it is the first").isFalse();
    assertThat(record.at("/events/0/validity_duration").asText()).isEqualTo("P1Y");
    assertThat(made.path("evidence").asText()).isEqualTo("prompt");
  }

  private JsonNode decided(String subject, Map<String, ?> decision) throws Exception {
    Map<String, Object> body = new HashMap<>(decision);
    body.put("subject", subject);
    return record(subject, site.put("/v1/consents", body).path("index").asLong());
  }

  @Test
  @Order(2)
  void aRecordOfAShorterTimeSaysHowLongAndThatNobodyWasAsked() throws Exception {
    String subject = "u:record-kim";
    site.says(subject, "given");
    for (int days : List.of(1, 90)) {
      JsonNode kept =
          decided(subject, Map.of("decision", "kept", "purpose", "recommendations", "days", days));
      assertThat(kept.at("/pii_processing/0/retention_period").asText())
          .isEqualTo("P" + days + "D");
      assertThat(kept.at("/made/keep").asText()).isEqualTo("P" + days + "D");
      assertThat(kept.at("/made/evidence").asText()).isEqualTo("statement");
      assertThat(kept.at("/events/0/event_state").asText()).isEqualTo("aboveboard:RetentionChosen");
      assertThat(kept.at("/events/0/validity_duration").asText())
          .isEqualTo("dpv:UntilEventDuration");
    }
  }

  @Test
  @Order(2)
  void aRecordAboutSeveralPurposesListsAllThatItReaches() throws Exception {
    String subject = "u:record-lee";
    site.says(subject, "given");
    for (Map<String, String> decision :
        List.of(
            Map.of("decision", "paused"),
            Map.of("decision", "resumed"),
            Map.of("decision", "off", "surface", "home-row"),
            Map.of("decision", "on", "surface", "home-row"),
            Map.of("decision", "off", "signal", "views"))) {
      JsonNode record = decided(subject, decision);
      assertThat(record.path("pii_processing")).as("%s", decision).isNotEmpty();
      assertThat(record.at("/made/about").asText()).isIn("*", "surface:home-row", "signal:views");
      assertHas(record.at("/events/0"), EVENT);
    }
    assertThat(
            decided(subject, Map.of("decision", "on", "signal", "views"))
                .at("/events/0/event_state")
                .asText())
        .isEqualTo("aboveboard:SwitchedOn");
  }

  @Test
  @Order(2)
  void aLaterRecordNamesTheOneItSupersedesAndWhichLayerItCameFrom() throws Exception {
    String subject = "u:record-bea";
    long first =
        site.put(
                "/v1/consents",
                Map.of(
                    "subject",
                    subject,
                    "decision",
                    "given",
                    "visit",
                    true,
                    "prompt",
                    site.prompt(subject)))
            .path("index")
            .asLong();
    assertThat(record(subject, first).at("/made/layer").asText()).isEqualTo("2");
    JsonNode second = record(subject, site.withdraws(subject).path("index").asLong());
    assertThat(second.at("/made/supersedes").asText())
        .isEqualTo(record(subject, first).path("record_id").asText());
    assertThat(second.at("/events/0/event_state").asText()).isEqualTo("dpv:ConsentWithdrawn");
    assertThat(second.at("/made/consequences")).isNotEmpty();
  }

  /// Whoever was asked through the API: the words as they were served, and where the record is.
  private record Answered(String subject, String words, long index) {}

  private Answered answered(Language language) throws Exception {
    String subject = "u:record-" + language.code();
    String asked =
        site.call(
                "GET",
                "/v1/prompts?surface=home-row&subject=" + subject + "&language=" + language.code(),
                "")
            .body();
    Matcher words = WORDS.matcher(asked);
    assertThat(words.find()).as(asked).isTrue();
    String id = asked.replaceFirst(".*\"prompt\":\\{\"id\":\"([^\"]*)\".*", "$1");
    long index = site.answer(subject, "given", id).path("index").asLong();
    return new Answered(subject, words.group(1), index);
  }

  @Test
  @Order(3)
  void whatWasShownIsMadeAgainToTheByteAfterThePolicyHasChangedTwice(@TempDir Path folder)
      throws Exception {
    String first = declaration.now().policy().digest();
    List<Language> languages = declaration.now().policy().organisation().languages();
    assertThat(languages).hasSize(2);
    List<Answered> people =
        Stream.of(answered(languages.get(0)), answered(languages.get(1))).toList();
    List<Walker> walkers = Stream.of(walked(languages.get(0)), walked(languages.get(1))).toList();
    Draft draft =
        Draft.of("bookshop", folder).replace(CHANGED, "retention: P90D", "retention: P180D");
    putsInForce(draft);
    putsInForce(
        draft
            .replace(CHANGED, "retention: P180D", "retention: P30D")
            .replace(CHANGED, "you see what is popular", "you see what many people read")
            .replace(CHANGED, "du siehst, was beliebt ist", "du siehst, was viele lesen"));
    assertThat(declaration.now().policy().digest()).isNotEqualTo(first);
    for (Answered one : people) {
      String raw =
          site.call("GET", "/v1/consents/" + one.index() + "?subject=" + one.subject(), "").body();
      assertThat(raw).contains("\"words\":" + one.words() + "}");
      JsonNode made = record(one.subject(), one.index()).path("made");
      assertThat(made.path("promptDigest").asText()).isEqualTo(sha256(one.words()));
      assertThat(made.path("policyDigest").asText()).isEqualTo(first);
    }
    for (int i = 0; i < walkers.size(); i++) {
      Walker walker = walkers.get(i);
      walker.open("/privacy").follow("what you saw");
      Prompt prompt = shown(first, languages.get(i));
      assertThat(walker.page())
          .contains("lang=\"" + languages.get(i).code() + "\"", prompt.digest(), first)
          .contains(prompt.question(), prompt.what(), prompt.visit())
          .contains(prompt.facts().stream().map(Prompt.Fact::value).toList())
          .contains(prompt.details().stream().map(Prompt.Fact::value).toList())
          .doesNotContain("180", "many people read", "was viele lesen");
    }
  }

  private static Walker walked(Language language) throws Exception {
    Walker walker = new Walker("Accept-Language", language.code());
    return walker.open("/shop").press(language == Language.DE ? "Nutzen" : "Use it");
  }

  private Prompt shown(String digest, Language language) {
    var version = declaration.version(digest).orElseThrow();
    return Prompt.of(
        version,
        version.surface("home-row").orElseThrow(),
        version.purpose("recommendations").orElseThrow(),
        Prompt.Reader.of(language));
  }

  private void putsInForce(Draft draft) throws Exception {
    try (Journal journal = new Journal(pools.source(Power.WRITE), clock)) {
      new VersionStore(pools, journal, clock).put(draft.read());
    }
    declaration.follow();
    assertThat(declaration.now().policy().digest()).isEqualTo(draft.read().policy().digest());
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
