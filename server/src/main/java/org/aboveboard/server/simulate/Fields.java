package org.aboveboard.server.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.read.Yaml;

/// The keys of a block of a scenario, each read within its bounds. What is wrong is noted, with its
/// line and its cure, and something harmless is answered instead.
final class Fields {
  private final String file;
  private final Yaml.Block block;
  private final List<String> faults;
  private final Set<String> known = new HashSet<>();

  Fields(String file, Yaml.Block block, List<String> faults) {
    this.file = file;
    this.block = block;
    this.faults = faults;
  }

  boolean has(String key) {
    known.add(key);
    return value(key).isPresent();
  }

  /// A text that has to be there.
  String text(String key) {
    known.add(key);
    return value(key)
        .map(value -> text(key, value))
        .orElseGet(
            () -> missing(key, "Write '" + key + ": …' into the file; formats.md lists all keys."));
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /// A whole number that has to be there.
  int whole(String key, int least, int most) {
    return (int) number(key, least, most, true);
  }

  int whole(String key, int otherwise, int least, int most) {
    return has(key) ? whole(key, least, most) : otherwise;
  }

  double number(String key, double otherwise, double least, double most) {
    return has(key) ? number(key, least, most, false) : otherwise;
  }

  /// The keys within a key; none where it is not there.
  Optional<Fields> block(String key) {
    known.add(key);
    return value(key)
        .flatMap(value ->
            switch (value) {
              case Yaml.Block inner -> Optional.of(new Fields(file, inner, faults));
              case Yaml.Text text -> noBlock(key, text.line());
              case Yaml.Items list -> noBlock(key, list.line());
            });
  }

  /// Notes each key that nobody asked for.
  void nothingElse() {
    block.entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry ->
            fault(
                entry.line(),
                "There is no key '" + entry.key() + "' here.",
                "Remove it, or write one of "
                    + String.join(", ", known.stream().sorted().toList())
                    + "."));
  }

  void fault(int line, String what, String cure) {
    faults.add(file + ":" + line + ": " + what + " " + cure);
  }

  /// Notes something that is wrong with a key, or with the whole where it is not there.
  void fault(String key, String what, String cure) {
    fault(value(key).map(Yaml::line).orElse(block.line()), what, cure);
  }

  List<String> faults() {
    return new ArrayList<>(faults);
  }

  private double number(String key, double least, double most, boolean isWhole) {
    known.add(key);
    String bounds = "from " + plain(least) + " to " + plain(most) + ".";
    String cure = "Write '" + key + ":' with a " + (isWhole ? "whole number " : "number ") + bounds;
    String text = value(key).map(value -> text(key, value)).orElseGet(() -> missing(key, cure));
    boolean isNumber = text.matches(isWhole ? "-?\\d{1,18}" : "-?\\d{1,9}(\\.\\d{1,9})?");
    double number = isNumber ? Double.parseDouble(text) : Double.NaN;
    if (!text.isEmpty() && !(number >= least && number <= most)) {
      fault(key, "'" + key + "' is " + text + ", which is not " + bounds, cure);
    }
    return number >= least && number <= most ? number : least;
  }

  private Optional<Yaml> value(String key) {
    return block.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .map(Yaml.Entry::value)
        .findFirst();
  }

  private String text(String key, Yaml value) {
    return switch (value) {
      case Yaml.Text(String text, _, int line) -> {
        if (text.isBlank()) {
          fault(line, "'" + key + "' is empty.", "Fill it in.");
        }
        yield text;
      }
      case Yaml.Block some -> noText(key, some.line());
      case Yaml.Items some -> noText(key, some.line());
    };
  }

  private String missing(String key, String cure) {
    fault(block.line(), "'" + key + "' is missing.", cure);
    return "";
  }

  private String noText(String key, int line) {
    fault(line, "'" + key + "' is not one value.", "Write the value behind its colon.");
    return "";
  }

  private Optional<Fields> noBlock(String key, int line) {
    fault(line, "'" + key + "' has no keys of its own.", "Write them below it, two blanks in.");
    return Optional.empty();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
