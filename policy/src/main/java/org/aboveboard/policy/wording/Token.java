package org.aboveboard.policy.wording;

import java.util.List;
import java.util.Map;

/// A word as phrases see it: folded, without hyphens, "don't" as the two words do and not; or one
/// of the signs & and %, which are read as words.
record Token(int start, int end, String folded) {
  private static final String NOT = "n't";
  private static final Map<String, String> SHORTENED = Map.of("ca", "can", "wo", "will");

  static List<Token> of(Word word) {
    return word.parts().stream().flatMap(part -> ofPart(part).stream()).toList();
  }

  private static List<Token> ofPart(Word part) {
    var folded = Fold.of(part.text());
    if (folded.equals("cannot")) {
      return List.of(part.token("can"), part.token("not"));
    }
    if (!folded.endsWith(NOT)) {
      return List.of(part.token(folded));
    }
    var head = folded.substring(0, folded.length() - NOT.length());
    return List.of(part.token(SHORTENED.getOrDefault(head, head)), part.token("not"));
  }
}
