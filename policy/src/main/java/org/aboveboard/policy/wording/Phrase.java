package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Words to be found one after the other in a clause; between its runs, which `...` parts, up to
/// three words more may stand, but none such as "and".
///
/// @param isLast whether the clause must end with it, which `.` says
/// @param connectors the words across which no gap reaches
record Phrase(List<List<Term>> runs, boolean isLast, Set<String> connectors) {
  private static final int WIDEST_GAP = 3;
  private static final String END = " .";

  Phrase {
    runs = List.copyOf(runs);
  }

  static Phrase of(Line line, String text, Set<String> connectors) {
    boolean isLast = text.endsWith(END);
    var words = isLast ? text.substring(0, text.length() - END.length()) : text;
    var runs = Stream.of(words.split(" \\.\\.\\. ")).map(run -> run(line, run)).toList();
    return new Phrase(runs, isLast, connectors);
  }

  private static List<Term> run(Line line, String text) {
    return Stream.of(text.split(" +")).map(word -> Term.of(line, word)).toList();
  }

  Term first() {
    return runs.getFirst().getFirst();
  }

  /// Where its words are if it begins at this token of the clause, else nothing.
  List<Integer> placesFrom(Clause clause, int start) {
    if (!first().matches(clause.word(start))) {
      return List.of();
    }
    var places = new ArrayList<Integer>();
    int from = start;
    int reach = start;
    for (var run : runs) {
      var found = find(run, clause, from, reach);
      if (found.isEmpty()) {
        return List.of();
      }
      from = found.getAsInt() + run.size();
      reach = reach(clause, from);
      IntStream.range(found.getAsInt(), from).forEach(places::add);
    }
    return isLast && from < clause.size() ? List.of() : places;
  }

  private static OptionalInt find(List<Term> run, Clause clause, int from, int reach) {
    int last = Math.min(reach, clause.size() - run.size());
    for (int at = from; at <= last; at++) {
      if (isAt(run, clause, at)) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isAt(List<Term> run, Clause clause, int at) {
    for (int i = 0; i < run.size(); i++) {
      if (!run.get(i).matches(clause.word(at + i))) {
        return false;
      }
    }
    return true;
  }

  private int reach(Clause clause, int from) {
    int reach = from;
    while (reach < Math.min(from + WIDEST_GAP, clause.size())
        && !connectors.contains(clause.word(reach))) {
      reach++;
    }
    return reach;
  }
}
