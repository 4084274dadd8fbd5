package org.aboveboard.policy.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text and what must be found in it, from a line such as "text DP37: [Please] say yes."; how the
/// lines are written is said in wording-en.txt.
///
/// @param rules named before the colon
record Fixture(
    String language, String line, String kind, List<String> rules, String text, List<Hit> hits) {
  static final String NEAR = "near";

  static Stream<Fixture> all(String language) {
    return lines("wording-" + language + ".txt").stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> of(language, line));
  }

  static List<String> lines(String file) {
    try (var in = Fixture.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Fixture of(String language, String line) {
    int colon = line.indexOf(':');
    var head = List.of(line.substring(0, colon).split(" "));
    var marked = line.substring(colon + 1).strip();
    var text = marked.replace("[", "").replace("]", "");
    var kind = head.getFirst();
    var rules = head.subList(1, head.size());
    return new Fixture(language, line, kind, rules, text, hits(kind, rules, marked, text));
  }

  private static List<Hit> hits(String kind, List<String> rules, String marked, String text) {
    if (kind.equals(NEAR)) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    int marks = marked.contains("[") ? 1 : 0;
    rules.stream().limit(marks).forEach(rule -> hits.addAll(marked(rule, marked)));
    rules.stream().skip(marks).forEach(rule -> hits.add(new Hit(rule, 0, 0, text)));
    return hits;
  }

  private static List<Hit> marked(String rule, String marked) {
    var hits = new ArrayList<Hit>();
    int open = marked.indexOf('[');
    for (int before = 0; open >= 0; before += 2, open = marked.indexOf('[', open + 1)) {
      var phrase = marked.substring(open + 1, marked.indexOf(']', open));
      hits.add(new Hit(rule, 0, open - before, phrase));
    }
    return hits;
  }

  List<Hit> found() {
    var wording = Wording.of(language).orElseThrow();
    return switch (kind) {
      case "text", NEAR -> wording.check(List.of(text));
      case "no" -> wording.checkNo(text);
      case "name" -> wording.checkName(text);
      case "label" -> wording.checkLabel(text);
      case "refusal" -> wording.checkRefusal(text);
      case "switch" -> wording.checkSwitch(text);
      default -> throw new AssertionError("no such kind: " + line);
    };
  }

  @Override
  public String toString() {
    return language + " " + line;
  }
}
