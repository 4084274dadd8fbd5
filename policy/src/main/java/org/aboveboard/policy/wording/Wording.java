package org.aboveboard.policy.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the words that press, blur or soothe in the texts and labels of a prompt.
///
/// | rule | finds |
/// | --- | --- |
/// | L8 | loaded words |
/// | DP02 | a refusal that is only "later" |
/// | DP07 | a yes that is read out of something else than a press |
/// | DP11 | urgency, and reward |
/// | DP31 | double negatives, and switches that leave open what on and off mean |
/// | DP32 | labels that do not name an act |
/// | DP34 | vague purposes |
/// | DP37 | feelings, exclamation marks, emoji, capitals |
/// | DP38 | reassurance that hides risk |
/// | P-DISCLOSE | that data is sold or handed on |
///
/// In what is said to happen on a no it finds besides:
///
/// | rule | finds |
/// | --- | --- |
/// | L8 | shame |
/// | DP02 | a no that changes nothing |
/// | DP09 | a door that is shut, and punishment |
/// | DP11 | a price |
/// | DP20 | that the same is asked again |
///
/// The phrases are in the lexicon of the language. Each word is reported under one rule only.
public final class Wording {
  private static final List<String> RULES =
      List.of("L8", "DP07", "DP11", "DP31", "DP34", "DP37", "DP38", "P-DISCLOSE");
  private static final List<String> ON_A_NO = List.of("L8", "DP02", "DP09", "DP11", "DP20");

  private static final String FEELINGS = "DP37";
  private static final int SHORTEST_SHOUT = 4;

  private final Search search;
  private final Search onANo;
  private final Term vague;
  private final Term acronyms;
  private final Labels labels;

  Wording(Lexicon lexicon, Grammar grammar) {
    search = new Search(RULES.stream().map(rule -> Rule.of(lexicon, rule)).toList());
    onANo = new Search(ON_A_NO.stream().map(rule -> Rule.of(lexicon, "no " + rule)).toList());
    vague = Term.ofAll(lexicon, "vague names");
    acronyms = Term.ofAll(lexicon, "acronyms");
    labels = Labels.of(lexicon, grammar);
  }

  /// @param language "en" or "de"; empty for others, which nothing here can check
  public static Optional<Wording> of(String language) {
    return Language.of(language).map(Language::wording);
  }

  /// What is found in running text, in order.
  public List<Hit> check(List<String> blocks) {
    return IntStream.range(0, blocks.size())
        .boxed()
        .flatMap(number -> new Block(number, blocks.get(number)).hits())
        .toList();
  }

  /// What is found besides in the words that say what happens on a no.
  public List<Hit> checkNo(String text) {
    var block = new Block(0, text);
    return Clause.in(text).stream()
        .flatMap(clause ->
            onANo.in(clause).stream()
                .map(find -> block.hit(ON_A_NO.get(find.rule()), clause, find)))
        .toList();
  }

  /// What is found in the name of a purpose: as in running text, and that it could mean anything
  /// (DP34).
  public List<Hit> checkName(String name) {
    var words = Clause.whole(name).tokens().stream().map(Token::folded).toList();
    boolean isVague =
        words.stream().anyMatch(vague::matches)
            && words.stream().allMatch(word -> vague.matches(word) || labels.isBetween(word));
    return about(name, isVague ? Stream.of("DP34") : Stream.of());
  }

  /// What is found in the label of an answer: no act (DP32), and all that running text may not
  /// have.
  public List<Hit> checkLabel(String label) {
    return about(label, labels.isUnclear(label) ? Stream.of("DP32") : Stream.of());
  }

  /// What is found in the label of the answer that refuses: as for any, and that it is only
  /// "later".
  public List<Hit> checkRefusal(String label) {
    var unclear = labels.isUnclear(label) ? Stream.of("DP32") : Stream.<String>of();
    var later = labels.isLater(label) ? Stream.of("DP02") : Stream.<String>of();
    return about(label, Stream.concat(later, unclear));
  }

  /// What is found in the label of a switch: no act, or one that says no, so that off means yes.
  public List<Hit> checkSwitch(String label) {
    return about(label, labels.isUnclearSwitch(label) ? Stream.of("DP31") : Stream.of());
  }

  private List<Hit> about(String label, Stream<String> rules) {
    return Stream.concat(rules.map(rule -> new Hit(rule, 0, 0, label)), new Block(0, label).hits())
        .toList();
  }

  private final class Block {
    private final int number;
    private final String text;

    Block(int number, String text) {
      this.number = number;
      this.text = text;
    }

    Stream<Hit> hits() {
      var words = Clause.in(text).stream().flatMap(this::inClause);
      var marks = Marks.in(text).stream().map(mark -> hit(FEELINGS, mark.start(), mark.end()));
      return Stream.concat(words, marks).sorted(Comparator.comparingInt(Hit::start));
    }

    private Stream<Hit> inClause(Clause clause) {
      var finds = search.in(clause);
      var taken = Search.places(finds);
      var phrases = finds.stream().map(find -> hit(RULES.get(find.rule()), clause, find));
      var shouts =
          IntStream.range(0, clause.size())
              .filter(at -> !taken.get(at))
              .mapToObj(at -> clause.tokens().get(at))
              .filter(this::isShouted)
              .map(token -> hit(FEELINGS, token.start(), token.end()));
      return Stream.concat(phrases, shouts);
    }

    private Hit hit(String rule, Clause clause, Candidates.Find find) {
      var first = clause.tokens().get(find.places().getFirst());
      return hit(rule, first.start(), clause.tokens().get(find.last()).end());
    }

    private Hit hit(String rule, int start, int end) {
      return new Hit(rule, number, start, text.substring(start, end));
    }

    private boolean isShouted(Token token) {
      var word = text.substring(token.start(), token.end());
      return word.codePointCount(0, word.length()) >= SHORTEST_SHOUT
          && Character.isUpperCase(word.codePointAt(0))
          && word.codePoints().allMatch(c -> Character.isUpperCase(c) || c == 'ß')
          && !acronyms.matches(token.folded());
    }
  }
}
