package org.aboveboard.policy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All that is made from a policy carries its digest, and changes with it.
final class ArtefactsTest {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  @TempDir private Path target;

  @Test
  void thereIsOneOfEachAndANoticeInEveryLanguage() {
    assertThat(names(Folder.read("bookshop")))
        .containsExactly(
            "notice.en.json",
            "notice.de.json",
            "policy.json",
            "fideslang.yaml",
            "dpv.jsonld",
            "tilt.json",
            "record-of-processing.csv");
    assertThat(names(Folder.read("films"))).doesNotContain("notice.de.json");
  }

  @Test
  void eachCarriesTheDigestOfItsPolicy() {
    for (var policy : policies().toList()) {
      for (var artefact : Artefacts.of(policy).all()) {
        assertThat(artefact.digest()).isEqualTo(policy.digest());
        if (artefact.name().equals("policy.json")) {
          assertThat(Digest.of(artefact.text())).isEqualTo(policy.digest());
        } else {
          assertThat(artefact.text()).contains(policy.digest());
        }
      }
    }
  }

  @Test
  void whatCarriesNoDigestCannotBeMade() {
    assertThatThrownBy(() -> Artefact.of("a.txt", "text/plain", "0".repeat(64), "nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSamePolicyMakesTheSameBytes() {
    for (var policy : policies().toList()) {
      var again = Artefacts.of(policy);
      for (var artefact : Artefacts.of(policy).all()) {
        assertThat(again.named(artefact.name()).orElseThrow().bytes()).isEqualTo(artefact.bytes());
      }
    }
  }

  @Test
  void aLongerTimeIsInAllOfThem() {
    var longer =
        Folder.bookshop(target).replace(SUGGESTIONS, "retention: P90D", "retention: P180D").read();
    for (var artefact : Artefacts.of(longer).all()) {
      assertThat(artefact.text()).as(artefact.name()).containsPattern("P180D|180 days|180 Tage");
      assertThat(artefact.text()).as(artefact.name()).doesNotContainPattern("P90D|90 days|90 Tage");
    }
  }

  @Test
  void theRecordHasARowForEveryPurposeAndACellForEveryColumn() {
    for (var policy : policies().toList()) {
      for (var language : policy.organisation().languages()) {
        var rows = Csv.read(RecordOfProcessing.of(policy, language).csv());
        assertThat(rows).hasSize(policy.purposes().size() + 1);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
        assertThat(rows.stream().skip(1))
            .allSatisfy(row -> assertThat(row.getLast()).isEqualTo(policy.digest()));
      }
    }
  }

  @Test
  void theRecordSaysWhatArticle30Wants() {
    var record = RecordOfProcessing.of(Variants.whole(target), Language.EN);
    var suggestions = record.rows().getFirst().cells();
    assertThat(record.columns())
        .contains(
            "Purpose",
            "Basis",
            "Whose data",
            "Data",
            "Recipients",
            "Transfers, and what allows them",
            "Erased after",
            "Measures",
            "Controller",
            "Data protection officer");
    assertThat(suggestions)
        .contains("GDPR 6(1)(a)", "purchases; ratings; reading history", "CH: an adequacy decision")
        .anyMatch(cell -> cell.contains("What you did: 13 months, then it is erased."));
  }

  @Test
  void theyTellWhatIsPromisedToVolunteers() {
    var made = Artefacts.of(Folder.read("bookshop"));
    for (var name :
        List.of("notice.en.json", "dpv.jsonld", "tilt.json", "record-of-processing.csv")) {
      assertThat(made.named(name).orElseThrow().text())
          .as(name)
          .contains(
              "Which part of town do you live in?",
              "You do not have to.",
              "It lies in a store of its own. What we publish of all answers has noise in it.",
              "We show no figure of fewer than 20 people.");
    }
    assertThat(made.named("dpv.jsonld").orElseThrow().text())
        .contains("\"ab:smallest\":20", "Du musst nicht.");
    for (var artefact : Artefacts.of(Folder.read("films")).all()) {
      assertThat(artefact.text()).as(artefact.name()).doesNotContain("a store of its own");
    }
  }

  @Test
  void noCellIsAFormula() {
    for (var start : List.of("=1+1", "+1", "-1", "@x", " =1", "|x", "＝1")) {
      var policy =
          Folder.bookshop(target.resolve("f" + start.codePointAt(start.length() - 2)))
              .replace(SUGGESTIONS, "en: book suggestions", "en: \"" + start + ", \\\"x\\\"\"")
              .read();
      var cell = Csv.read(RecordOfProcessing.of(policy, Language.EN).csv()).get(1).getFirst();
      assertThat(cell).startsWith("'").endsWith(", \"x\"");
    }
  }

  @Test
  void linesEndAsRfc4180Says() {
    var csv = RecordOfProcessing.of(Folder.read("films"), Language.EN).csv();
    assertThat(csv).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
  }

  private static List<String> names(Policy policy) {
    return Artefacts.of(policy).all().stream().map(Artefact::name).toList();
  }

  private Stream<Policy> policies() {
    return Stream.concat(Folder.allShipped(), Stream.of(Variants.whole(target.resolve("whole"))));
  }
}
