package org.aboveboard.policy.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the yes of a question may be made of: a verb for something that is done with data, and
/// names for what it is done with.
public final class Acts {
  private final Grammar grammar;
  private final Term verbs;
  private final Term denials;
  private final LittleWords little;

  private Acts(Grammar grammar, Term verbs, Term denials, LittleWords little) {
    this.grammar = grammar;
    this.verbs = verbs;
    this.denials = denials;
    this.little = little;
  }

  static Acts of(Lexicon lexicon, Grammar grammar) {
    return new Acts(
        grammar,
        Term.ofAll(lexicon, "acts"),
        Term.ofAll(lexicon, "denials"),
        LittleWords.of(lexicon));
  }

  /// @param language "en" or "de"; empty for others
  public static Optional<Acts> of(String language) {
    return Language.of(language).map(Language::acts);
  }

  /// Whether its verb is one for what is done with data.
  public boolean isDoing(String act) {
    var words = words(act);
    return !words.isEmpty() && verbs.matches(words.get(grammar.verb(words.size())));
  }

  /// Whether it says no, or takes a yes back.
  public boolean isDenying(String act) {
    return words(act).stream().anyMatch(denials::matches);
  }

  /// Its words but the verb and the little ones.
  public List<String> names(String act) {
    var words = words(act);
    return IntStream.range(0, words.size())
        .filter(at -> at != grammar.verb(words.size()))
        .mapToObj(words::get)
        .filter(word -> !little.include(word))
        .toList();
  }

  private static List<String> words(String act) {
    return Clause.whole(act).tokens().stream().map(Token::folded).toList();
  }
}
