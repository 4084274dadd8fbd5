package org.aboveboard.policy.wording;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One place of a phrase: a word, one of several (`better|best`), or words that begin or end alike
/// (`enhanc*`, `*tion`).
record Term(Set<String> words, List<String> beginnings, List<String> endings) {
  Term {
    words = Set.copyOf(words);
    beginnings = List.copyOf(beginnings);
    endings = List.copyOf(endings);
  }

  static Term of(Line line, String text) {
    var words = new HashSet<String>();
    var beginnings = new ArrayList<String>();
    var endings = new ArrayList<String>();
    for (var choice : text.split("\\|", -1)) {
      var word = word(line, choice.replace("*", ""));
      if (choice.endsWith("*")) {
        beginnings.add(word);
      } else if (choice.startsWith("*")) {
        endings.add(word);
      } else {
        words.add(word);
      }
    }
    return new Term(words, beginnings, endings);
  }

  private static String word(Line line, String text) {
    var tokens = Clause.whole(text).tokens();
    if (tokens.size() != 1) {
      throw line.fault(
          "has '" + text + "': write single words, opt out for opt-out, do not for don't");
    }
    return tokens.getFirst().folded();
  }

  /// All words of a section of the lexicon.
  static Term ofAll(Lexicon lexicon, String section) {
    return lexicon.section(section).stream()
        .map(line -> of(line, line.text().replaceAll(" +", "|")))
        .reduce(new Term(Set.of(), List.of(), List.of()), Term::or);
  }

  private Term or(Term other) {
    return new Term(
        Stream.concat(words.stream(), other.words.stream()).collect(toSet()),
        Stream.concat(beginnings.stream(), other.beginnings.stream()).toList(),
        Stream.concat(endings.stream(), other.endings.stream()).toList());
  }

  /// Whether more words match than could be listed.
  boolean isOpen() {
    return !beginnings.isEmpty() || !endings.isEmpty();
  }

  boolean matches(String folded) {
    return words.contains(folded) || begins(folded) || ends(folded);
  }

  private boolean begins(String folded) {
    for (var beginning : beginnings) {
      if (folded.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private boolean ends(String folded) {
    for (var ending : endings) {
      if (folded.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
