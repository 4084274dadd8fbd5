package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.Test;

/// The page that lists the rules lists those there are.
final class RulesPageTest {
  private static final String HEAD =
      """
      | rule | demands | held by | | rests on |
      | --- | --- | --- | --- | --- |
      """;

  @Test
  void thePageListsEveryRuleAsItIs() throws IOException {
    var page = Folder.shipped().resolveSibling("docs").resolve("lint.md");
    assertThat(Files.readString(page)).contains(HEAD + table());
  }

  private static String table() {
    return Rules.all().stream().map(RulesPageTest::row).collect(joining());
  }

  private static String row(Rule rule) {
    var held = rule.held().stream().map(RulesPageTest::word).collect(joining(", "));
    var by = rule.by().isEmpty() ? "" : ": " + rule.by();
    return "| `%s` | %s | %s%s | %s | %s |\n"
        .formatted(rule.id(), rule.demand(), held, by, word(rule.severity()), rule.anchor());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
