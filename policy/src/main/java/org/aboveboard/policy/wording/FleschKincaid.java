package org.aboveboard.policy.wording;

/// The Flesch-Kincaid grade level, for English.
///
/// J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability
/// Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, 1975.
record FleschKincaid() implements Formula {
  @Override
  public String name() {
    return "Flesch-Kincaid grade level";
  }

  @Override
  public double grade(Counts counts) {
    return 0.39 * counts.meanSentence() + 11.8 * counts.syllablesPerWord() - 15.59;
  }
}
