package org.aboveboard.policy.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.export.Variants;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;
import org.aboveboard.policy.wording.Readability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The notice says all that the law wants, says it plainly, and says what the server holds to.
final class NoticeTest {
  private static final double SHORT_GRADE = 8;
  private static final double LONG_GRADE = 10;
  private static final int LONGEST_SENTENCE = 26;

  @TempDir private Path target;

  @Test
  void theFirstTwoLayersReadAtGradeEight() {
    notices().forEach(notice -> assertReads(notice, notice.shortLayers(), SHORT_GRADE));
  }

  @Test
  void theThirdLayerReadsAtGradeTen() {
    notices().forEach(notice -> assertReads(notice, notice.longLayer(), LONG_GRADE));
  }

  @Test
  void eachPurposesOwnPageReadsAtGradeTen() {
    notices()
        .forEach(notice ->
            notice
                .purposes()
                .forEach(about -> assertReads(notice, texts(about.whole()), LONG_GRADE)));
  }

  @Test
  void whatArticles13And14WantIsThere() {
    for (var notice : notices().toList()) {
      assertThat(notice.sections())
          .extracting(Notice.Section::id)
          .contains(
              "controller",
              "sources",
              "recipients",
              "retention",
              "rights",
              "choosing",
              "minors",
              "asking");
      for (var about : notice.purposes()) {
        assertThat(about.whole())
            .extracting(Notice.Section::id)
            .contains("happens", "data", "retention", "recipients", "basis", "instead", "owner");
      }
    }
  }

  @Test
  void theControllerTheOfficerAndTheSupervisorAreNamed() {
    assertThat(words(section(bookshop(Language.EN), "controller")))
        .anyMatch(said -> said.contains("Harbour Books Ltd"))
        .anyMatch(said -> said.contains("dpo@harbourbooks.example"))
        .anyMatch(said -> said.contains("Ireland"));
    assertThat(words(section(bookshop(Language.DE), "rights")))
        .anyMatch(said -> said.contains("Data Protection Commission"));
  }

  @Test
  void whatPeopleSayIsNotDressedAsEnforced() {
    var notice = bookshop(Language.EN);
    assertThat(statements(section(notice, "controller"))).noneMatch(Notice.Statement::isEnforced);
    assertThat(statements(section(notice, "rights")))
        .filteredOn(one -> one.words().contains("supervisor") || one.words().contains("@"))
        .hasSize(3)
        .noneMatch(Notice.Statement::isEnforced);
    assertThat(statements(section(notice, "retention"))).allMatch(Notice.Statement::isEnforced);
    var whole = notice.purposes().getFirst().whole();
    assertThat(whole)
        .filteredOn(one -> List.of("retention", "recipients").contains(one.id()))
        .flatExtracting(NoticeTest::statements)
        .allMatch(one -> one.isEnforced());
  }

  @Test
  void wordsOfThePolicyThatNoMachineChecksAreSaidToBeSo() {
    var card = bookshop(Language.EN).purposes().getFirst().card();
    assertThat(card)
        .filteredOn(point ->
            List.of("What we do", "If you say no", "Answers for it").contains(point.name()))
        .hasSize(3)
        .flatExtracting(Notice.Point::says)
        .noneMatch(one -> one.isEnforced());
    assertThat(card)
        .filteredOn(point -> List.of("Data", "Kept", "Shared").contains(point.name()))
        .hasSize(3)
        .flatExtracting(Notice.Point::says)
        .allMatch(one -> one.isEnforced());
  }

  @Test
  void anotherLengthOfTimeIsSaidInEveryLayer() {
    var longer =
        Folder.bookshop(target)
            .replace("purposes/recommendations.yaml", "retention: P90D", "retention: P180D")
            .read();
    for (var layer : layers(Notice.of(longer, Language.EN))) {
      assertThat(layer)
          .anyMatch(words -> words.contains("180 days"))
          .noneMatch(words -> words.contains("90 days"));
    }
  }

  @Test
  void vendorsTheirPlaceAndTheirGroundAreNamed() {
    var notice = Notice.of(Variants.whole(target), Language.EN);
    assertThat(words(section(notice, "recipients")))
        .contains("The printer", "They get: basket and purchases.", "They are in Switzerland.")
        .anyMatch(said -> said.contains("an adequacy decision"))
        .noneMatch(said -> said.contains("no other country"));
  }

  @Test
  void aPurposeThatDoesNotAskForAgeDoesNotSpeakOfIt() {
    var notice = bookshop(Language.EN);
    assertThat(section(notice, "minors").points())
        .extracting(Notice.Point::name)
        .containsExactly("Book suggestions", "A profile of your taste", "A check for fairness");
  }

  @Test
  void aPurposeThatIsOffUntilApprovedSaysSo() {
    var taste = bookshop(Language.EN).purposes().get(2);
    assertThat(taste.line().getFirst().words()).contains("signed");
    assertThat(
            words(
                taste.whole().stream()
                    .filter(one -> one.id().equals("basis"))
                    .findFirst()
                    .orElseThrow()))
        .anyMatch(said -> said.contains("Without both it is off."));
  }

  @Test
  void theMainParametersAndWhatStandsThereOtherwiseAreTold() {
    var choosing = words(section(bookshop(Language.EN), "choosing"));
    assertThat(choosing)
        .contains(
            "What you did counts in this order, the most first: bought (3), rated (2), viewed (1).",
            "Without your yes: what many chose in the last 30 days. It is the same for all.",
            "Nobody is asked here.");
  }

  @Test
  void anInterestOfOursEndsWithOnePress() {
    var news = Folder.read("news");
    assertThat(words(section(Notice.of(news, Language.EN), "rights")))
        .contains("What we do in our own interest ends with one press under Privacy options.");
    assertThat(about(Notice.of(news, Language.EN), "audience-counts", "basis"))
        .contains("You can object, with one press under Privacy options.");
    assertThat(about(Notice.of(news, Language.DE), "audience-counts", "basis"))
        .contains("Du kannst widersprechen, mit einem Druck unter Privatsphäre.");
    assertThat(words(section(bookshop(Language.EN), "rights")))
        .noneMatch(said -> said.contains("own interest"));
  }

  @Test
  void theFieldsThatAreKeptAreNamed() {
    assertThat(about(Notice.of(Folder.read("news"), Language.EN), "suggestions", "happens"))
        .contains("With it we note: share.");
    assertThat(about(bookshop(Language.DE), "order-service", "happens"))
        .contains("Dazu halten wir fest: order und total.");
  }

  private static List<String> about(Notice notice, String purpose, String section) {
    return notice.purposes().stream()
        .filter(about -> about.id().equals(purpose))
        .flatMap(about -> about.whole().stream())
        .filter(one -> one.id().equals(section))
        .flatMap(one -> words(one).stream())
        .toList();
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    for (long seed = 0; seed < 20; seed++) {
      var policy = Variants.of(seed, target.resolve("seed-" + seed));
      assertThat(shape(Notice.of(policy, Language.DE)))
          .as("seed %d", seed)
          .isEqualTo(shape(Notice.of(policy, Language.EN)));
    }
  }

  @Test
  void everySentenceTakesTheSameFactsInEachLanguage() {
    for (var phrase : Phrase.values()) {
      var blanks =
          Stream.of(Language.values())
              .map(language -> phrase.words(language).split("[{][}]", -1).length)
              .distinct();
      assertThat(blanks).as(phrase.name()).hasSize(1);
    }
    assertThatThrownBy(() -> Phrase.HEADING.in(Language.EN, "one too many"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itsJsonCarriesTheDigestAndReadsAsItself() throws PolicyFaults {
    var policy = Folder.read("bookshop");
    var json = Notice.of(policy, Language.DE).json();
    assertThat(json).contains("\"policy\":\"" + policy.digest() + "\"", "\"enforced\":false");
    assertThat(Yaml.parse("notice.json", json).entries())
        .extracting(Yaml.Entry::key)
        .contains("purposes", "sections", "language");
  }

  private static void assertReads(Notice notice, List<String> texts, double grade) {
    var what = notice.organisation() + " " + notice.language();
    var measured = (Readability.Measured) Readability.of(notice.language().code(), texts);
    assertThat(measured.grade()).as(what).isLessThanOrEqualTo(grade);
    assertThat(measured.counts().longestSentence()).as(what).isLessThanOrEqualTo(LONGEST_SENTENCE);
  }

  /// The notices of every policy that ships, in every language it speaks.
  private static Stream<Notice> notices() {
    try (var folders = Files.list(Folder.shipped())) {
      var policies =
          folders
              .filter(Files::isDirectory)
              .sorted()
              .map(folder -> Folder.read(folder.getFileName().toString()))
              .toList();
      return policies.stream()
          .flatMap(policy ->
              policy.organisation().languages().stream()
                  .map(language -> Notice.of(policy, language)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Notice bookshop(Language language) {
    return Notice.of(Folder.read("bookshop"), language);
  }

  private static Notice.Section section(Notice notice, String id) {
    return notice.sections().stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> layers(Notice notice) {
    var about = notice.purposes().getFirst();
    return List.of(
        about.line().stream().map(Notice.Statement::words).toList(),
        about.card().stream()
            .flatMap(point -> point.says().stream())
            .map(Notice.Statement::words)
            .toList(),
        texts(about.whole()));
  }

  private static List<String> texts(List<Notice.Section> sections) {
    return sections.stream().flatMap(section -> words(section).stream()).toList();
  }

  private static List<String> words(Notice.Section section) {
    var words = new ArrayList<String>();
    section.points().forEach(point -> words.add(point.name()));
    statements(section).forEach(statement -> words.add(statement.words()));
    return words;
  }

  private static List<Notice.Statement> statements(Notice.Section section) {
    return Stream.concat(
            section.statements().stream(),
            section.points().stream().flatMap(point -> point.says().stream()))
        .toList();
  }

  /// Which things are said, and which of them the server holds to.
  private static List<Object> shape(Notice notice) {
    return Stream.concat(
            notice.sections().stream(),
            notice.purposes().stream().flatMap(about -> about.whole().stream()))
        .<Object>map(section ->
            Map.of(
                section.id(),
                section.points().size(),
                "held",
                statements(section).stream().map(Notice.Statement::isEnforced).toList()))
        .toList();
  }
}
