package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrases of rules by their first word, and those that begin with no word in particular.
final class Candidates {

  /// A phrase that was found.
  ///
  /// @param rule the number of its rule
  /// @param places of its words in the clause
  record Find(int rule, List<Integer> places) {
    int last() {
      return places.getLast();
    }
  }

  private record Candidate(int rule, Phrase phrase) {}

  private final Map<String, List<Candidate>> byWord = new HashMap<>();
  private final List<Candidate> open = new ArrayList<>();

  void add(int rule, Phrase phrase) {
    var candidate = new Candidate(rule, phrase);
    if (phrase.first().isOpen()) {
      open.add(candidate);
    } else {
      for (var word : phrase.first().words()) {
        byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(candidate);
      }
    }
  }

  /// All that begin at this place of the clause.
  List<Find> at(Clause clause, int place) {
    var finds = new ArrayList<Find>();
    addAll(byWord.getOrDefault(clause.word(place), List.of()), clause, place, finds);
    addAll(open, clause, place, finds);
    return finds;
  }

  private static void addAll(
      List<Candidate> candidates, Clause clause, int place, List<Find> finds) {
    for (var candidate : candidates) {
      var places = candidate.phrase().placesFrom(clause, place);
      if (!places.isEmpty()) {
        finds.add(new Find(candidate.rule(), places));
      }
    }
  }
}
