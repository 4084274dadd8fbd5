package org.aboveboard.policy.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Yaml;

/// A block of keys that is read, or put together key by key; it never changes.
record Part(Yaml.Block block) {
  static final Part EMPTY = new Part(new Yaml.Block(List.of(), 1));

  boolean isEmpty() {
    return block.entries().isEmpty();
  }

  List<String> keys() {
    return block.entries().stream().map(Yaml.Entry::key).toList();
  }

  Optional<Yaml> get(String key) {
    return block.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Yaml.Entry::value)
        .findFirst();
  }

  /// The line of a key, or of the block where the key is not there.
  int line(String key) {
    return block.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Yaml.Entry::line)
        .findFirst()
        .orElse(block.line());
  }

  /// The text at a key; nothing where it is empty, null, or no single value.
  Optional<String> text(String key) {
    return get(key).flatMap(Part::said);
  }

  Optional<String> text(String key, String... further) {
    return further.length == 0
        ? text(key)
        : part(key).text(further[0], Arrays.copyOfRange(further, 1, further.length));
  }

  boolean isTrue(String key) {
    return text(key).filter("true"::equals).isPresent();
  }

  /// The texts of a list; what is no single value in it is left out.
  List<String> texts(String key) {
    return items(key).stream().flatMap(item -> said(item).stream()).toList();
  }

  /// The block at a key; an empty one where there is none.
  Part part(String key) {
    return get(key).flatMap(Part::of).orElse(EMPTY);
  }

  /// The blocks of a list.
  List<Part> parts(String key) {
    return items(key).stream().flatMap(item -> of(item).stream()).toList();
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  /// The same with this at a key, where the key stood or at the end.
  Part with(String key, Yaml value) {
    var entries = new ArrayList<>(block.entries());
    var entry = new Yaml.Entry(key, value, line(key));
    var at = keys().indexOf(key);
    if (at < 0) {
      entries.add(entry);
    } else {
      entries.set(at, entry);
    }
    return new Part(new Yaml.Block(entries, block.line()));
  }

  Part with(String key, String text) {
    return with(key, new Yaml.Text(text, false, 1));
  }

  Part with(String key, Optional<String> text) {
    return text.map(words -> with(key, words)).orElse(this);
  }

  Part with(String key, boolean flag) {
    return with(key, new Yaml.Text(Boolean.toString(flag), true, 1));
  }

  Part with(String key, Part part) {
    return with(key, part.block());
  }

  /// The same with a block at a key, unless it is empty.
  Part withSome(String key, Part part) {
    return part.isEmpty() ? this : with(key, part);
  }

  Part withTexts(String key, Stream<String> texts) {
    return with(key, texts(texts));
  }

  Part withParts(String key, Stream<Part> parts) {
    return with(key, new Yaml.Items(parts.map(part -> (Yaml) part.block()).toList(), 1));
  }

  /// The same with texts at a key, unless there are none.
  Part withSomeTexts(String key, Stream<String> texts) {
    var some = texts.toList();
    return some.isEmpty() ? this : withTexts(key, some.stream());
  }

  Part withSomeParts(String key, Stream<Part> parts) {
    var some = parts.toList();
    return some.isEmpty() ? this : withParts(key, some.stream());
  }

  /// The same without what is at a path; a block that is left empty goes too.
  Part without(String key, String... further) {
    if (further.length == 0) {
      return new Part(
          new Yaml.Block(
              block.entries().stream().filter(entry -> !entry.key().equals(key)).toList(),
              block.line()));
    }
    var inner = part(key);
    var left = inner.without(further[0], Arrays.copyOfRange(further, 1, further.length));
    return left.isEmpty() ? without(key) : has(key) ? with(key, left) : this;
  }

  static Yaml texts(Stream<String> texts) {
    return new Yaml.Items(texts.map(text -> (Yaml) new Yaml.Text(text, false, 1)).toList(), 1);
  }

  private List<Yaml> items(String key) {
    return get(key)
        .map(value -> value instanceof Yaml.Items list ? list.items() : List.<Yaml>of())
        .orElse(List.of());
  }

  private static Optional<Part> of(Yaml value) {
    return value instanceof Yaml.Block found ? Optional.of(new Part(found)) : Optional.empty();
  }

  private static Optional<String> said(Yaml value) {
    return value instanceof Yaml.Text text
            && !(text.plain() && YamlText.isNothing(text.value()))
            && !text.value().isBlank()
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
