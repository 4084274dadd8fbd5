package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.policy.read.Place;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.policy.wording.Counts;
import org.aboveboard.policy.wording.Readability;

/// What is demanded of how a question reads: short, plain, and the same in each language.
final class ReadingChecks {
  private static final int MOST_WORDS = 60;
  private static final int LONGEST_SENTENCE = 20;
  private static final int SECOND_GRADE = 10;
  private static final Pattern ADDRESS = Pattern.compile("://|\\bwww\\.|\\S@\\S");

  /// The keys that the blocks of a first layer are made from, in their order.
  private static final List<String> FIRST =
      List.of("data", "sentence", "retention", "recipients", "ifNo");

  static final List<Check> ALL =
      List.of(
          new Check(
              error(
                      "L7",
                      "A question has 60 words at most, 20 in a sentence, and reads easily.",
                      "Bouma-Sims 2023")
                  .spoken(),
              ReadingChecks::first),
          new Check(
              error("DP30", "What stands behind a question reads plainly.", "GDPR Art. 12(1)")
                  .spoken(),
              ReadingChecks::second),
          new Check(
              warning("DP35", "Nobody is sent away from a question.", "EDPB 03/2022, privacy maze")
                  .and(Held.CONSTRUCTOR, "`Prompt`: three layers"),
              ReadingChecks::links),
          new Check(
              warning(
                      "DP36",
                      "Every language says the same in as many sentences.",
                      "EDPB 03/2022, language discontinuity")
                  .spoken()
                  .and(Held.READER, "`Reading.words`: a missing language"),
              ReadingChecks::languages));

  private ReadingChecks() {}

  /// The hardest grade a first layer may have.
  ///
  /// English is graded from about nought (Flesch-Kincaid). The German formula begins at four, and
  /// German words are longer: the same question, well translated, comes out two to four grades
  /// higher. So German has eight where English has six, which is also where DP30 drew the line for
  /// both.
  private static int firstGrade(Language language) {
    return switch (language) {
      case EN -> 6;
      case DE -> 8;
    };
  }

  private static Optional<Readability.Measured> measured(Language language, List<String> blocks) {
    return switch (Readability.of(language.code(), blocks)) {
      case Readability.Measured measured -> Optional.of(measured);
      case Readability.NoWords _, Readability.NotMeasured _ -> Optional.empty();
    };
  }

  private static int sentences(Language language, String text) {
    return measured(language, List.of(text)).map(m -> m.counts().sentences()).orElse(0);
  }

  private static Stream<Remark> first(Inspection in) {
    return in.asked()
        .flatMap(asked ->
            measured(asked.language(), asked.prompt().firstLayer()).stream()
                .flatMap(measured -> first(in, asked, measured).stream()));
  }

  private static List<Remark> first(
      Inspection in, Inspection.Asked asked, Readability.Measured measured) {
    var remarks = new ArrayList<Remark>();
    var sentence = place(in, asked, "sentence");
    int words = measured.counts().words();
    if (words > MOST_WORDS) {
      remarks.add(
          new Remark(
              sentence,
              say("The question has %d words: people stop reading.", words),
              "Say it in 60, with a shorter sentence, 'ifNo' or names of data."));
    }
    if (measured.counts().longestSentence() > LONGEST_SENTENCE) {
      remarks.add(
          new Remark(
              place(in, asked, FIRST.get(longest(asked))),
              say("A sentence has %d words.", measured.counts().longestSentence()),
              "Part it, or say it in 20."));
    }
    if (measured.grade() > firstGrade(asked.language())) {
      remarks.add(
          new Remark(
              sentence,
              say("The question reads like grade %.1f (%s).", measured.grade(), measured.formula()),
              say(
                  "Use shorter words and sentences, up to grade %d.",
                  firstGrade(asked.language()))));
    }
    return remarks;
  }

  /// Which block of the first layer holds the longest sentence.
  private static int longest(Inspection.Asked asked) {
    var blocks = asked.prompt().firstLayer();
    return IntStream.range(0, Math.min(blocks.size(), FIRST.size()))
        .boxed()
        .max(Comparator.comparingInt(at -> longest(asked.language(), blocks.get(at))))
        .orElse(0);
  }

  private static int longest(Language language, String block) {
    return measured(language, List.of(block))
        .map(Readability.Measured::counts)
        .map(Counts::longestSentence)
        .orElse(0);
  }

  private static Place place(Inspection in, Inspection.Asked asked, String key) {
    return in.place(Kind.PURPOSE, asked.purpose().id(), key, asked.language().code());
  }

  private static Stream<Remark> second(Inspection in) {
    return in.asked().flatMap(asked -> second(in, asked).stream());
  }

  private static Optional<Remark> second(Inspection in, Inspection.Asked asked) {
    var reasons = asked.prompt().details().stream().map(Prompt.Fact::value).toList();
    return measured(asked.language(), reasons)
        .filter(measured ->
            measured.grade() > SECOND_GRADE || measured.counts().meanSentence() > LONGEST_SENTENCE)
        .map(measured ->
            new Remark(
                place(in, asked, "data"),
                say(
                    "The reasons for the data read like grade %.1f, with %.0f words in a sentence"
                        + " (%s, '%s').",
                    measured.grade(),
                    measured.counts().meanSentence(),
                    measured.formula(),
                    asked.language().code()),
                "Use shorter words and sentences, up to grade 10 and 20 words."));
  }

  private static Stream<Remark> links(Inspection in) {
    return in.passages().stream()
        .flatMap(words ->
            in.languages().stream()
                .filter(language -> ADDRESS.matcher(words.text().in(language)).find())
                .map(language ->
                    new Remark(
                        in.place(words, language),
                        "It sends people elsewhere in the middle of a question.",
                        "Say here what they would find there, or why not under 'accepted'.")));
  }

  private static Stream<Remark> languages(Inspection in) {
    var first = in.policy().organisation().language();
    var others = in.languages().stream().filter(language -> language != first).toList();
    return others.isEmpty()
        ? Stream.empty()
        : in.passages().stream()
            .flatMap(words -> {
              int wanted = sentences(first, words.text().in(first));
              return others.stream()
                  .filter(language -> sentences(language, words.text().in(language)) != wanted)
                  .map(language -> uneven(in, words, language, first));
            });
  }

  private static Remark uneven(Inspection in, Passage words, Language language, Language first) {
    return new Remark(
        in.place(words, language),
        say(
            "It takes %d sentences where '%s' takes %d: one of them says more.",
            sentences(language, words.text().in(language)),
            first.code(),
            sentences(first, words.text().in(first))),
        "Say the same in both, sentence by sentence, or why not under 'accepted'.");
  }
}
