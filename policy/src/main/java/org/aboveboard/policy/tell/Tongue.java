package org.aboveboard.policy.tell;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.wording.Negation;

/// The sentences that are made of declared facts, in one language.
///
/// Declared words go in as they are, so a sentence is built such that they need not be bent.
public sealed interface Tongue permits English, German {

  static Tongue of(Language language) {
    return switch (language) {
      case EN -> new English();
      case DE -> new German();
    };
  }

  Language language();

  /// Things one after the other: "views, ratings and purchases".
  String list(List<String> things);

  /// A length of time: "90 days".
  String period(Period period);

  /// The question itself: what is used, and what for.
  String question(List<String> data, String purpose);

  /// The yes, which names the act.
  String yes(Optional<String> act);

  /// The no: the same act, not done. It is made of the yes, so nobody can word it away.
  default String no(Optional<String> act) {
    return Negation.of(language().code())
        .flatMap(negation -> negation.refusing(yes(act)))
        .orElseGet(() -> yes(act) + ": " + refusal())
        .replace('\'', '’');
  }

  /// Stands behind an act whose refusal cannot be made; the linter refuses such an act.
  String refusal();

  /// The yes that ends with the visit, and after so long in any case.
  String visit(Optional<String> act, Period longest);

  /// How long data is kept.
  String kept(Period longest);

  /// Who gets the data besides.
  String shared(List<String> recipients);

  /// The words that stand around the facts.
  Labels labels();

  /// The words that stand around the facts of a prompt.
  ///
  /// @param exactly opens the second layer
  /// @param leaveOut stands before the kinds of act, each of which can be left out
  /// @param whole leads to the third: the page of the purpose
  /// @param fold folds the question to one line for the rest of the visit
  /// @param revisit where the choice can be changed
  /// @param sighted names the opt-out signal of the reader's browser
  /// @param changed comes before what is different from an earlier yes
  record Labels(
      String kept,
      String shared,
      String ifNo,
      String exactly,
      String leaveOut,
      String whole,
      String fold,
      String revisit,
      String options,
      String sighted,
      String changed) {}

  /// What is different from what was agreed to before, one line for each change.
  Differences differences();

  /// The lines that say what has changed.
  interface Differences {
    String longer(Period now, Period before);

    String more(Kind kind, List<String> things);

    String otherwise();

    /// What there can be more of.
    enum Kind {
      DATA,
      USES,
      ACTS,
      PLACES,
      RECIPIENTS
    }
  }
}
