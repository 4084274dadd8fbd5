package org.aboveboard.policy.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What is known of a language's words: a text file of sections, for linguists to read and extend.
///
/// A section begins with `[name]` and perhaps a description. `#` begins a comment.
record Lexicon(String file, Map<String, List<Line>> sections) {
  Lexicon {
    sections =
        sections.entrySet().stream()
            .collect(toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  /// The lexicon that comes with this package for a language.
  static Lexicon of(String language) {
    var file = language + ".txt";
    try (var in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The lexicon " + file + " is missing from the build");
      }
      return parse(file, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lexicon parse(String file, String text) {
    var sections = new LinkedHashMap<String, List<Line>>();
    List<Line> section = List.of();
    int number = 0;
    for (var raw : text.split("\\R", -1)) {
      var line = new Line(file, ++number, raw.replaceFirst("(^|\\s)#.*", "").strip());
      if (line.text().startsWith("[")) {
        section = new ArrayList<>();
        if (sections.put(line.heading(), section) != null) {
          throw line.fault("begins a section a second time: put it where the first is");
        }
      } else if (!line.text().isEmpty()) {
        if (sections.isEmpty()) {
          throw line.fault("is in no section: put a [name] above it");
        }
        section.add(line);
      }
    }
    return new Lexicon(file, sections);
  }

  /// The lines of a section.
  List<Line> section(String name) {
    var lines = sections.get(name);
    if (lines == null) {
      throw new IllegalStateException(file + " lacks the section [" + name + "]");
    }
    return lines;
  }

  /// The words of a section, folded.
  Set<String> words(String name) {
    return section(name).stream()
        .flatMap(line -> Stream.of(line.text().split(" +")))
        .map(Fold::of)
        .collect(toUnmodifiableSet());
  }
}
