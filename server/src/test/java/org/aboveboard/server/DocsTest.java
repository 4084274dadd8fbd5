package org.aboveboard.server;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents: what they point to is there, and what they show is what runs.
final class DocsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("aboveboard.root", "..")).toAbsolutePath().normalize();

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern TAGGED =
      Pattern.compile("# tag::(\\w+)\\[]\\n(.*?)\\n *# end::\\1\\[]", Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile("<!-- cut from TourTest: (\\w+) -->\\n```sh\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

  @Test
  void everyLinkedPathExists() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !target.matches("[a-z]+:.*"))
          .filter(target -> !Files.exists(page.resolveSibling(target)))
          .forEach(target -> dead.add(ROOT.relativize(page) + " → " + target));
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void theToursSnippetsAreThoseOfItsTest() throws IOException {
    Path test = ROOT.resolve("server/src/test/java/org/aboveboard/server/TourTest.java");
    Map<String, String> tagged =
        TAGGED
            .matcher(Files.readString(test))
            .results()
            .collect(toMap(tag -> tag.group(1), DocsTest::text));
    String tour = Files.readString(ROOT.resolve("docs/tour.md"));
    Map<String, String> shown =
        SHOWN.matcher(tour).results().collect(toMap(tag -> tag.group(1), tag -> tag.group(2)));
    assertThat(shown).isNotEmpty().isEqualTo(tagged);
    assertThat(tour.split("```sh\n", -1)).hasSize(shown.size() + 1);
  }

  /// The region as Java reads it: without the text block's indentation and escapes.
  private static String text(MatchResult tag) {
    return tag.group(2).stripIndent().translateEscapes();
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Map<String, String> tests =
        tests().stream().collect(toMap(file -> ROOT.relativize(file).toString(), DocsTest::read));
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      NAMED_TEST
          .matcher(Files.readString(page))
          .results()
          .filter(named ->
              tests.entrySet().stream()
                  .noneMatch(test ->
                      test.getKey().endsWith("/" + named.group(1) + ".java")
                          && test.getValue().contains(" " + named.group(2) + "(")))
          .forEach(named -> missing.add(ROOT.relativize(page) + " names " + named.group()));
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> tests() throws IOException {
    List<Path> tests = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path folder : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith("Test.java")).forEach(tests::add);
          }
        }
      }
    }
    return tests;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> policies = Files.walk(ROOT.resolve("policies"))) {
      return Stream.of(root, docs, policies)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
