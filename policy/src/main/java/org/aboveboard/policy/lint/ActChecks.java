package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.tell.Tongue;
import org.aboveboard.policy.wording.Acts;
import org.aboveboard.policy.wording.Negation;

/// What is demanded of the words that a yes says.
///
/// An act is a verb for something that is done with data, and names: each of its words but the
/// little ones stands in what the purpose is called, in its sentence, in the names of its data, or
/// in what we show. So it can promise nothing, praise nobody, and mean no other press.
final class ActChecks {
  private static final int SHORTEST_PART = 4;
  private static final String UNCLEAR = "DP32";
  private static final String CURE =
      "Name what is done by its verb, such as 'Suggest books' or 'Bücher vorschlagen'.";

  static final List<Check> ALL =
      List.of(
          new Check(
              error(UNCLEAR, "A yes names the act that it allows.", "CCPA regs §7004(a)(3)")
                  .spoken(),
              in -> Stream.concat(unclear(in), each(in, ActChecks::unfounded))),
          new Check(
              error("L9", "A no is the same act, not done.", "CNIL 12/2024").spoken(),
              in -> each(in, ActChecks::unrefusable)));

  private ActChecks() {}

  /// The act of a purpose in a language.
  private record Said(Inspection in, Purpose purpose, Language language, String act) {
    boolean canBeRefused() {
      return Negation.of(language.code()).flatMap(negation -> negation.refusing(act)).isPresent();
    }

    Acts acts() {
      return Acts.of(language.code()).orElseThrow();
    }

    Remark remark(String what, String cure) {
      return new Remark(in.place(passage(), language), what, cure);
    }

    private Passage passage() {
      return Passage.of(purpose).stream().filter(Passage::isAct).findFirst().orElseThrow();
    }

    boolean isClear() {
      return in.blemishes(UNCLEAR)
          .noneMatch(found -> found.words().equals(passage()) && found.language() == language);
    }

    /// The stems of all words that are declared of the purpose.
    Set<String> declared() {
      var shown = in.policy().organisation().whatWeShow();
      var data =
          purpose.data().stream()
              .flatMap(need -> in.policy().category(need.category()).stream())
              .map(Category::label);
      return Stream.concat(
              Stream.of(purpose.label(), purpose.sentence(), shown.one(), shown.many()), data)
          .map((Text words) -> words.in(language))
          .flatMap(words -> Stems.of(language, words).stream())
          .collect(toUnmodifiableSet());
    }
  }

  private interface Look {
    Optional<Remark> at(Said said);
  }

  private static Stream<Remark> each(Inspection in, Look look) {
    return in.policy().purposes().stream()
        .flatMap(purpose ->
            purpose.act().stream()
                .flatMap(act ->
                    in.languages().stream()
                        .map(language -> new Said(in, purpose, language, act.in(language)))))
        .filter(Said::isClear)
        .flatMap(said -> look.at(said).stream());
  }

  private static Stream<Remark> unclear(Inspection in) {
    return WordingChecks.found(
        in, UNCLEAR, "names no act, so nobody knows what a press does.", CURE);
  }

  private static Optional<Remark> unrefusable(Said said) {
    return said.canBeRefused()
        ? Optional.empty()
        : Optional.of(
            said.remark(
                "No refusal can be made of '" + said.act() + "'.",
                "Write one act with one verb, and no 'not' in it."));
  }

  private static Optional<Remark> unfounded(Said said) {
    if (!said.canBeRefused() || isPlain(said)) {
      return Optional.empty();
    }
    if (said.acts().isDenying(said.act()) || !said.acts().isDoing(said.act())) {
      return Optional.of(
          said.remark(
              say("'%s' is nothing that is done with data: a yes must allow it.", said.act()),
              CURE));
    }
    return undeclared(said)
        .map(word ->
            said.remark(
                say("The yes names '%s', which this purpose does not declare.", word),
                "Use words of its label, of its sentence, of its data or of 'whatWeShow'; or"
                    + " remove 'act'."));
  }

  /// Whether it is what a yes says without an act.
  private static boolean isPlain(Said said) {
    return said.act().equals(Tongue.of(said.language()).yes(Optional.empty()));
  }

  private static Optional<String> undeclared(Said said) {
    var names = said.acts().names(said.act());
    if (names.isEmpty()) {
      return Optional.of(said.act());
    }
    var declared = said.declared();
    return names.stream()
        .filter(name ->
            !Stems.of(said.language(), name).stream()
                .allMatch(s -> isIn(s, said.language(), declared)))
        .findFirst();
  }

  /// Whether a word is declared, or in German ends one that is: "Tipps" in "Buchtipps".
  private static boolean isIn(String stem, Language language, Set<String> declared) {
    return switch (language) {
      case EN -> declared.contains(stem);
      case DE ->
          declared.contains(stem)
              || (stem.length() >= SHORTEST_PART
                  && declared.stream().anyMatch(word -> word.endsWith(stem)));
    };
  }
}
