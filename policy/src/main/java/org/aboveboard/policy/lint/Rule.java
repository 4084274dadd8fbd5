package org.aboveboard.policy.lint;

import static java.util.Collections.unmodifiableSortedSet;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something that is demanded of a policy, and what the demand rests on.
///
/// @param id short, and never given to another rule
/// @param demand what a sound policy does, in one sentence
/// @param anchor the law or the evidence, such as "GDPR Art. 5(1)(b)"
/// @param held what makes sure that it is kept
/// @param by the types and tests that do, besides the linter
/// @param isSpoken whether it depends on the language of the words
public record Rule(
    String id,
    Severity severity,
    String demand,
    String anchor,
    SortedSet<Held> held,
    String by,
    boolean isSpoken) {
  public Rule {
    held = unmodifiableSortedSet(new TreeSet<>(held));
  }

  static Rule error(String id, String demand, String anchor) {
    return held(Severity.ERROR, id, demand, anchor, "", Held.LINTER);
  }

  static Rule warning(String id, String demand, String anchor) {
    return held(Severity.WARNING, id, demand, anchor, "", Held.LINTER);
  }

  static Rule held(
      Severity severity, String id, String demand, String anchor, String by, Held... held) {
    return new Rule(id, severity, demand, anchor, new TreeSet<>(List.of(held)), by, false);
  }

  /// The same, of words: it must be kept in each language.
  Rule spoken() {
    return new Rule(id, severity, demand, anchor, held, by, true);
  }

  /// The same, held by something else besides.
  Rule and(Held also, String what) {
    var all = new TreeSet<>(held);
    all.add(also);
    var both = by.isEmpty() ? what : by + "; " + what;
    return new Rule(id, severity, demand, anchor, all, both, isSpoken);
  }

  /// Whether no reason lifts it.
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
