package org.aboveboard.policy.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The terms that a manifest can name without declaring them, kind by kind: those of fideslang's
/// default vocabulary, and the manifest's own.
record FidesTerms(Set<String> categories, Set<String> uses, Set<String> subjects) {
  private static final Set<String> DEFAULT = read();

  static FidesTerms of(Part root) {
    return new FidesTerms(
        known(root, "data_category"), known(root, "data_use"), known(root, "data_subject"));
  }

  private static Set<String> known(Part root, String kind) {
    var start = kind + " ";
    return Stream.concat(
            DEFAULT.stream()
                .filter(term -> term.startsWith(start))
                .map(term -> term.substring(start.length())),
            root.parts(kind).stream().map(FidesSource::key))
        .collect(toUnmodifiableSet());
  }

  private static Set<String> read() {
    try (var in =
        Objects.requireNonNull(FidesTerms.class.getResourceAsStream("fideslang-terms.txt"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
