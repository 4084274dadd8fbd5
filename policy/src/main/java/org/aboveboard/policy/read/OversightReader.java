package org.aboveboard.policy.read;

import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Text;

/// Reads who is compared with whom: a segment of people, or groups of providers.
final class OversightReader {
  private static final int FEWEST = 2;
  private static final int MOST = 20;
  private static final int SMALLEST = 20;
  private static final int LEAST_SMALLEST = 5;
  private static final int LARGEST_SMALLEST = 100_000;

  private OversightReader() {}

  static Segment segment(String id, Reading file) {
    return new Segment(
        id,
        file.words("label"),
        file.words("question"),
        named(file, "answers"),
        file.link("purpose", Kind.PURPOSE),
        file.has("smallest")
            ? file.wholeNumber("smallest", LEAST_SMALLEST, LARGEST_SMALLEST)
            : SMALLEST);
  }

  static Groups groups(String id, Reading file) {
    return new Groups(
        id,
        file.words("label"),
        file.text("attribute"),
        named(file, "values"),
        file.oneOf("target", Groups.Target.class, Groups.Target.CATALOGUE));
  }

  /// Two to twenty words by their ids.
  private static Map<String, Text> named(Reading file, String key) {
    var block = file.block(key);
    var named = new TreeMap<String, Text>();
    for (var id : block.keys()) {
      block.refuseUnlessId(id, id);
      named.put(id, block.words(id));
    }
    if (named.size() < FEWEST || named.size() > MOST) {
      file.fault(
          key,
          "There is nothing to compare with fewer than two groups, or more than twenty.",
          "Write two to twenty, each with its words: 'small: Small publishers'.");
    }
    block.done();
    return named;
  }
}
