package org.aboveboard.policy.wording;

import java.util.Optional;

/// Derives the label that refuses from the label that agrees, so that the two are alike but for the
/// no.
///
/// "Use it" becomes "Don't use it"; "Bücher vorschlagen" becomes "Bücher nicht vorschlagen". It
/// knows one act with one verb: of "Use and keep it", or "Immer fragen", a person must say how the
/// no goes.
public final class Negation {
  private final Grammar grammar;

  private Negation(Grammar grammar) {
    this.grammar = grammar;
  }

  /// @param language "en" or "de"; empty for others
  public static Optional<Negation> of(String language) {
    return Language.of(language).map(known -> new Negation(known.grammar()));
  }

  /// The label that refuses; empty if the act names nothing to do, or says no already.
  public Optional<String> refusing(String act) {
    return grammar.isAct(act) && !grammar.isRefusal(act)
        ? Optional.of(grammar.refusing(act.strip()))
        : Optional.empty();
  }
}
