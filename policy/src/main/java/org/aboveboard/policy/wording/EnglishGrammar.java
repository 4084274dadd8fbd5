package org.aboveboard.policy.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// English: an act begins with a verb in its base form; "don't" before it says no.
///
/// @param verbs words that are verbs
/// @param others words that are none; a word that is in neither list passes for a verb
record EnglishGrammar(Term verbs, Term others) implements Grammar {
  private static final List<String> DO_NOT = List.of("do", "not");
  private static final Set<String> NEVER = Set.of("never");

  static EnglishGrammar of(Lexicon lexicon) {
    return new EnglishGrammar(Term.ofAll(lexicon, "verbs"), Term.ofAll(lexicon, "not verbs"));
  }

  @Override
  public boolean isAct(String label) {
    return words(label).stream()
        .skip(refusingWords(label))
        .findFirst()
        .filter(word -> Character.isLetter(word.codePointAt(0)))
        .filter(word -> verbs.matches(word) || !others.matches(word))
        .isPresent();
  }

  @Override
  public int verb(int words) {
    return 0;
  }

  @Override
  public boolean isRefusal(String label) {
    return refusingWords(label) > 0;
  }

  private static int refusingWords(String label) {
    var words = words(label);
    if (words.size() >= DO_NOT.size() && words.subList(0, DO_NOT.size()).equals(DO_NOT)) {
      return DO_NOT.size();
    }
    return !words.isEmpty() && NEVER.contains(words.getFirst()) ? 1 : 0;
  }

  private static List<String> words(String label) {
    return Clause.whole(label).tokens().stream().map(Token::folded).toList();
  }

  @Override
  public String refusing(String act) {
    boolean isShouted = act.length() > 1 && Character.isUpperCase(act.charAt(1));
    var first = act.substring(0, 1);
    return "Don't " + (isShouted ? first : first.toLowerCase(Locale.ROOT)) + act.substring(1);
  }
}
