package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.wording.Candidates.Find;

/// Finds the phrases of several rules in a clause, from left to right, and gives each word to one
/// rule only: to the longest phrase, and of equal ones to the rule that is named first.
final class Search {
  private static final Comparator<Find> BEST =
      Comparator.<Find>comparingInt(find -> find.places().size())
          .thenComparing(Find::rule, Comparator.reverseOrder());

  private final Candidates phrases = new Candidates();
  private final Candidates nearMisses = new Candidates();
  private final int rules;

  Search(List<Rule> rules) {
    this.rules = rules.size();
    for (int i = 0; i < rules.size(); i++) {
      int rule = i;
      rules.get(i).phrases().forEach(phrase -> phrases.add(rule, phrase));
      rules.get(i).nearMisses().forEach(phrase -> nearMisses.add(rule, phrase));
    }
  }

  List<Find> in(Clause clause) {
    var finds = new ArrayList<Find>();
    var taken = new BitSet();
    var sparedTo = new int[rules];
    Arrays.fill(sparedTo, -1);
    for (int at = 0; at < clause.size(); at++) {
      for (var miss : nearMisses.at(clause, at)) {
        sparedTo[miss.rule()] = Math.max(sparedTo[miss.rule()], miss.last());
      }
      best(phrases.at(clause, at), taken, sparedTo)
          .ifPresent(find -> {
            find.places().forEach(taken::set);
            finds.add(find);
          });
    }
    return finds;
  }

  private static Optional<Find> best(List<Find> finds, BitSet taken, int[] sparedTo) {
    return finds.stream()
        .filter(find -> find.last() > sparedTo[find.rule()])
        .filter(find -> find.places().stream().noneMatch(taken::get))
        .max(BEST);
  }

  /// The places of all that was found.
  static BitSet places(List<Find> finds) {
    var places = new BitSet();
    finds.forEach(find -> find.places().forEach(places::set));
    return places;
  }
}
