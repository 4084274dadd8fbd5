package org.aboveboard.policy.wording;

/// What a label must be to name an act, and how a language says no to one.
sealed interface Grammar permits EnglishGrammar, GermanGrammar {

  /// Whether the label names something to do, or not to do.
  boolean isAct(String label);

  /// Where the verb stands in a label of so many words.
  int verb(int words);

  /// Whether the label says no already.
  boolean isRefusal(String label);

  /// The label that says no to an affirming act.
  String refusing(String act);
}
