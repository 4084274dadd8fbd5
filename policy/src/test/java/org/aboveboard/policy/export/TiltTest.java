package org.aboveboard.policy.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The TILT document is one by the published schema, and all that is in it is the policy's.
final class TiltTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// The members that the schema wants, re-typed from tilt-schema.json (MIT) of the
  /// Transparency-Information-Language.
  private static final List<String> REQUIRED =
      List.of(
          "meta",
          "controller",
          "dataProtectionOfficer",
          "dataDisclosed",
          "thirdCountryTransfers",
          "accessAndDataPortability",
          "sources",
          "rightToInformation",
          "rightToRectificationOrDeletion",
          "rightToDataPortability",
          "rightToWithdrawConsent",
          "rightToComplain",
          "automatedDecisionMaking",
          "changesOfPurpose");

  @TempDir private Path target;

  @Test
  void itIsValidByThePublishedSchema() throws IOException {
    // its formats are left out: it knows no mail address under .example, which ours all are
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(
                Files.readString(Vocabulary.shared("tilt-schema.json")),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build());
    for (var policy : policies().toList()) {
      for (var language : policy.organisation().languages()) {
        assertThat(schema.validate(JSON.readTree(Tilt.write(policy, language)))).isEmpty();
      }
    }
  }

  @Test
  void whatTheSchemaForbidsIsFound() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(Files.readString(Vocabulary.shared("tilt-schema.json")));
    var good = Tilt.write(Folder.read("films"), Language.EN);
    for (var spoiled :
        List.of(
            good.replace("\"ttl\":\"P2Y\"", "\"ttl\":\"two years\""),
            good.replace("\"country\":\"IE\"", "\"country\":\"Ireland\""),
            good.replace("\"sources\":", "\"source\":"))) {
      assertThat(spoiled).isNotEqualTo(good);
      assertThat(schema.validate(JSON.readTree(spoiled)))
          .anyMatch(found -> !found.getType().equals("format"));
    }
  }

  @Test
  void whatTheSchemaWantsIsThere() {
    for (var policy : policies().toList()) {
      var document = document(policy);
      assertThat(document.keys()).containsAll(REQUIRED);
      assertThat(document.part("meta").keys())
          .contains("_id", "name", "created", "modified", "version", "language", "status", "url");
      assertThat(document.part("meta").text("_hash")).contains(policy.digest());
      assertThat(policy.digest()).hasSize(64);
      assertThat(document.part("controller").part("representative").keys())
          .contains("name", "email");
      assertThat(document.text("controller", "country").orElseThrow()).matches("[A-Z]{2}");
      assertThat(document.text("meta", "language").orElseThrow()).matches("[a-z]{2}");
      assertThat(document.text("meta", "created").orElseThrow()).matches("\\d{4}-\\d{2}-\\d{2}");
      assertThat(document.part("dataProtectionOfficer").keys())
          .contains("name", "address", "country", "email");
      for (var disclosed : document.parts("dataDisclosed")) {
        assertThat(disclosed.keys())
            .contains(
                "_id",
                "category",
                "purposes",
                "legalBases",
                "legitimateInterests",
                "recipients",
                "storage",
                "nonDisclosure");
        disclosed
            .parts("legalBases")
            .forEach(basis ->
                assertThat(basis.text("reference").orElseThrow()).matches("GDPR-6-1-[abcf]"));
        disclosed.parts("storage").stream()
            .flatMap(storage -> storage.parts("temporal").stream())
            .forEach(kept ->
                assertThat(kept.text("ttl").orElseThrow()).matches("P(\\d+Y)?(\\d+M)?(\\d+D)?"));
      }
    }
  }

  @Test
  void everyCategoryThatIsUsedIsDisclosedWithItsSource() {
    var document = document(Folder.read("bookshop"));
    var used =
        List.of("basket", "part-of-town", "purchases", "ratings", "reading-history", "taste");
    assertThat(document.parts("dataDisclosed"))
        .extracting(one -> one.text("_id").orElseThrow())
        .isEqualTo(used);
    assertThat(document.parts("sources"))
        .extracting(one -> one.text("_id").orElseThrow())
        .isEqualTo(used);
  }

  @Test
  void transfersAndRecipientsAreThoseOfThePolicy() {
    var document = document(Variants.whole(target));
    assertThat(document.parts("thirdCountryTransfers"))
        .singleElement()
        .satisfies(one -> assertThat(one.text("country")).contains("CH"));
    assertThat(document(Folder.read("films")).parts("thirdCountryTransfers")).isEmpty();
  }

  @Test
  void everyStageIsToldWithItsOwnLength() {
    var policy =
        Folder.bookshop(target)
            .replace(
                "purposes/recommendations.yaml",
                "retention: P90D",
                "retention: {events: P90D, model: P60D, answers: P30D}")
            .read();
    var kept =
        document(policy).parts("dataDisclosed").stream()
            .filter(one -> one.text("_id").filter("reading-history"::equals).isPresent())
            .flatMap(one -> one.parts("storage").stream())
            .flatMap(storage -> storage.parts("temporal").stream())
            .filter(one -> one.text("description").orElseThrow().startsWith("book suggestions: "))
            .toList();
    assertThat(kept)
        .extracting(one -> one.text("ttl").orElseThrow())
        .containsExactly("P90D", "P60D", "P30D");
    assertThat(kept).extracting(one -> one.text("description")).doesNotHaveDuplicates();
  }

  @Test
  void noTextIsEmpty() throws JsonProcessingException {
    for (var policy : policies().toList()) {
      assertThat(JSON.readTree(Tilt.write(policy, Language.EN)).toString()).doesNotContain("\"\"");
    }
  }

  private Stream<Policy> policies() {
    return Stream.concat(Folder.allShipped(), Stream.of(Variants.whole(target.resolve("whole"))));
  }

  private static Part document(Policy policy) {
    try {
      return new Part(
          Yaml.parse("tilt.json", Tilt.write(policy, policy.organisation().language())));
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
