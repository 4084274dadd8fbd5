package org.aboveboard.policy.wording;

import java.util.Locale;

/// German: an act ends with an infinitive; "nicht" before it says no.
///
/// An infinitive ends in -en, -ern or -eln and is small unless the label begins with it: after
/// another word a capital makes it a noun.
///
/// @param verbs infinitives with another ending
/// @param others words that end like one and are none
/// @param negations words that say no
record GermanGrammar(Term verbs, Term others, Term negations) implements Grammar {

  static GermanGrammar of(Lexicon lexicon) {
    return new GermanGrammar(
        Term.ofAll(lexicon, "verbs"),
        Term.ofAll(lexicon, "not verbs"),
        Term.ofAll(lexicon, "negations"));
  }

  @Override
  public boolean isAct(String label) {
    var tokens = Clause.whole(label).tokens();
    if (tokens.isEmpty()) {
      return false;
    }
    var last = tokens.getLast();
    boolean isNoun = tokens.size() > 1 && isCapitalised(label.substring(last.start(), last.end()));
    return !isNoun && !others.matches(last.folded()) && isInfinitive(last.folded());
  }

  private boolean isInfinitive(String word) {
    return verbs.matches(word)
        || word.endsWith("en")
        || word.endsWith("ern")
        || word.endsWith("eln");
  }

  private static boolean isCapitalised(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && word.codePoints().skip(1).anyMatch(Character::isLowerCase);
  }

  @Override
  public int verb(int words) {
    return words - 1;
  }

  @Override
  public boolean isRefusal(String label) {
    return Clause.whole(label).tokens().stream().anyMatch(t -> negations.matches(t.folded()));
  }

  @Override
  public String refusing(String act) {
    var words = Word.in(act);
    int last = words.getLast().start();
    var before = act.substring(0, last);
    var verb = act.substring(last);
    return words.size() > 1
        ? before + "nicht " + verb
        : before + "Nicht " + verb.substring(0, 1).toLowerCase(Locale.ROOT) + verb.substring(1);
  }
}
