package org.aboveboard.policy.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Published vocabularies: the whole ones beside the repository, where they are, and what of them
/// was re-typed for the tests.
final class Vocabulary {
  private Vocabulary() {}

  /// A published file; the test is skipped where it is absent.
  static Path shared(String name) {
    var places =
        Stream.of(
                System.getProperty("aboveboard.shared", "../../shared"),
                "../../shared",
                "../shared")
            .map(place -> Path.of(place, "data", "vocab", name))
            .toList();
    var found = places.stream().filter(Files::exists).findFirst().orElse(places.getFirst());
    assumeTrue(Files.exists(found), () -> "skipped: there is no published " + name);
    return found;
  }

  /// The lines of a resource of these tests, without its comments.
  static List<String> lines(String resource) {
    return text(resource)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  static String text(String resource) {
    try (var in = Vocabulary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("There is no " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The default terms of fideslang, as `data_use personalize`, re-typed.
  static Set<String> fideslang() {
    return new TreeSet<>(lines("fideslang-terms.txt"));
  }

  /// All of them, as published.
  static Set<String> publishedFideslang() {
    var terms = new TreeSet<String>();
    for (var kind : List.of("data_category", "data_use", "data_subject")) {
      var plural = kind.replace("category", "categorie") + "s";
      column(shared("fideslang_" + plural + ".csv"), "fides_key").stream()
          .filter(key -> !key.equals(kind))
          .forEach(key -> terms.add(kind + " " + key));
    }
    return terms;
  }

  /// A column of a file of comma-separated values.
  static List<String> column(Path file, String name) {
    try {
      var rows = Csv.read(Files.readString(file));
      var at = rows.getFirst().indexOf(name);
      return rows.stream().skip(1).map(row -> row.get(at)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
