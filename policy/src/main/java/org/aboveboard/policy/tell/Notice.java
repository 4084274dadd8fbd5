package org.aboveboard.policy.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Purpose;

/// What the public reads about a policy, in three layers: a line for each purpose; a card for each;
/// and all that the law wants said (GDPR 13 and 14, DSA 27 and 38).
///
/// Each sentence says of itself whether the server holds to it by itself, or whether it is the word
/// of people.
///
/// @param policy the digest of the policy it was made from
/// @param purposes the first two layers, and the third of each
/// @param sections the third layer of what is the same for all purposes
/// @param labels the words around it
public record Notice(
    String policy,
    Language language,
    String organisation,
    String heading,
    List<Statement> lead,
    List<About> purposes,
    List<Section> sections,
    Labels labels) {

  public Notice {
    lead = List.copyOf(lead);
    purposes = List.copyOf(purposes);
    sections = List.copyOf(sections);
  }

  /// A sentence or two.
  ///
  /// @param isEnforced whether the server holds to it by itself; else it is the word of people
  public record Statement(String words, boolean isEnforced) {}

  /// Something with a name, and what is said of it.
  ///
  /// @param id the same in every language
  public record Point(String id, String name, List<Statement> says) {
    public Point {
      says = List.copyOf(says);
    }
  }

  /// A heading with what stands under it.
  ///
  /// @param id the same in every language
  public record Section(String id, String heading, List<Statement> statements, List<Point> points) {
    public Section {
      statements = List.copyOf(statements);
      points = List.copyOf(points);
    }

    /// Whether anything stands under the heading.
    boolean isSomething() {
      return !statements.isEmpty() || !points.isEmpty();
    }
  }

  /// One purpose in its layers.
  ///
  /// @param digest of its meaning, to compare with a consent record
  /// @param line the first layer
  /// @param card the second
  /// @param whole the third
  public record About(
      String id,
      String name,
      String digest,
      List<Statement> line,
      List<Point> card,
      List<Section> whole) {
    public About {
      line = List.copyOf(line);
      card = List.copyOf(card);
      whole = List.copyOf(whole);
    }
  }

  /// The words that stand around the sentences of a page.
  ///
  /// @param held marks what the server holds to by itself
  /// @param word marks what people say
  /// @param closed says of a purpose that it is off for everybody
  /// @param interest says of a purpose that it is in our own interest
  public record Labels(
      String held,
      String word,
      String inShort,
      String each,
      String all,
      String allAbout,
      String files,
      String record,
      String madeFrom,
      String meaning,
      String back,
      String earlier,
      String inForce,
      String off,
      String closed,
      String interest,
      String part) {

    /// The words in a language.
    public static Labels in(Language language) {
      return new Labels(
          Phrase.HELD.in(language),
          Phrase.WORD.in(language),
          Phrase.IN_SHORT.in(language),
          Phrase.EACH.in(language),
          Phrase.ALL.in(language),
          Phrase.ALL_ABOUT.in(language),
          Phrase.FILES.in(language),
          Phrase.RECORD.in(language),
          Phrase.MADE_FROM_POLICY.in(language),
          Phrase.MEANING.in(language),
          Phrase.BACK.in(language),
          Phrase.EARLIER.in(language),
          Phrase.IN_FORCE.in(language),
          Phrase.STATE_OFF.in(language),
          Phrase.STATE_CLOSED.in(language),
          Phrase.STATE_INTEREST.in(language),
          Phrase.STATE_PART.in(language));
    }
  }

  /// The notice of a policy in a language.
  public static Notice of(Policy policy, Language language) {
    var whole = new WholeNotice(policy, language);
    var purposes =
        policy.purposes().stream()
            .map(purpose -> new PurposeNotice(policy, language, purpose).about())
            .toList();
    return new Notice(
        policy.digest(),
        language,
        policy.organisation().name(),
        Phrase.HEADING.in(language),
        whole.lead(),
        purposes,
        whole.sections(),
        Labels.in(language));
  }

  /// What the page is called where a person decides.
  public String options() {
    return Tongue.of(language).labels().options();
  }

  /// How data of a kind came to be, in words.
  public static String origin(Provenance provenance, Language language) {
    return switch (provenance) {
      case PROVIDED -> Phrase.PROVIDED.in(language);
      case OBSERVED -> Phrase.OBSERVED.in(language);
      case INFERRED -> Phrase.INFERRED.in(language);
    };
  }

  /// How long a purpose keeps what it has, stage by stage.
  public static List<Point> stages(Policy policy, Language language, Purpose purpose) {
    return PurposeNotice.stages(new Facts(policy, language), purpose);
  }

  /// What is said in a section about one point.
  public String said(String section, String point) {
    return sections.stream()
        .filter(one -> one.id().equals(section))
        .flatMap(one -> one.points().stream())
        .filter(one -> one.id().equals(point))
        .flatMap(one -> one.says().stream())
        .map(Statement::words)
        .collect(Collectors.joining(" "));
  }

  /// The texts of the first two layers, for whoever measures how they read.
  public List<String> shortLayers() {
    var texts = new ArrayList<>(List.of(heading));
    lead.forEach(statement -> texts.add(statement.words()));
    for (var about : purposes) {
      about.line().forEach(statement -> texts.add(statement.words()));
      about.card().forEach(point -> add(texts, point));
    }
    return texts;
  }

  /// The texts of the third layer.
  public List<String> longLayer() {
    var texts = new ArrayList<String>();
    Stream.concat(sections.stream(), purposes.stream().flatMap(about -> about.whole().stream()))
        .forEach(section -> {
          texts.add(section.heading());
          section.statements().forEach(statement -> texts.add(statement.words()));
          section.points().forEach(point -> add(texts, point));
        });
    return texts;
  }

  private static void add(List<String> texts, Point point) {
    texts.add(point.name());
    point.says().forEach(statement -> texts.add(statement.words()));
  }

  /// All of it as canonical JSON.
  public String json() {
    return Json.members()
        .text("format", "aboveboard-notice-1")
        .text("policy", policy)
        .text("language", language.code())
        .text("organisation", organisation)
        .text("heading", heading)
        .with("lead", statements(lead))
        .with("purposes", Json.list(purposes.stream().map(Notice::about)))
        .with("sections", Json.list(sections.stream().map(Notice::section)))
        .with(
            "marks",
            Json.members().text("enforced", labels.held()).text("stated", labels.word()).object())
        .object();
  }

  private static String about(About about) {
    return Json.members()
        .text("id", about.id())
        .text("name", about.name())
        .text("digest", about.digest())
        .with("line", statements(about.line()))
        .with("card", points(about.card()))
        .with("whole", Json.list(about.whole().stream().map(Notice::section)))
        .object();
  }

  private static String section(Section section) {
    return Json.members()
        .text("id", section.id())
        .text("heading", section.heading())
        .with("statements", statements(section.statements()))
        .with("points", points(section.points()))
        .object();
  }

  private static String points(List<Point> points) {
    return Json.list(
        points.stream()
            .map(point ->
                Json.members()
                    .text("id", point.id())
                    .text("name", point.name())
                    .with("says", statements(point.says()))
                    .object()));
  }

  private static String statements(List<Statement> statements) {
    return Json.list(
        statements.stream()
            .map(one ->
                Json.members()
                    .text("words", one.words())
                    .flag("enforced", one.isEnforced())
                    .object()));
  }
}
