package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed after a command's name: words, and named values.
///
/// A value may follow its name or stand behind `=`; after `--` everything is a word.
record Arguments(List<String> words, Map<String, String> values) {
  Arguments {
    words = List.copyOf(words);
    values = Map.copyOf(values);
  }

  /// Reads what was typed; what a setting lacks, the environment gives.
  static Arguments read(Command command, List<String> typed, Map<String, String> environment)
      throws Complaint {
    Map<String, String> values = new HashMap<>();
    for (Option option : command.options()) {
      String given = option.isSetting() ? environment.getOrDefault(option.variable(), "") : "";
      if (!given.isBlank()) {
        values.put(option.name(), given);
      }
    }
    List<String> words = new ArrayList<>();
    for (int at = 0; at < typed.size(); at++) {
      String one = typed.get(at);
      if (one.equals("--")) {
        words.addAll(typed.subList(at + 1, typed.size()));
        break;
      } else if (!one.startsWith("--")) {
        words.add(one);
      } else {
        at += take(command, typed, at, values);
      }
    }
    return new Arguments(words, values);
  }

  /// Takes the named argument at this place; answers how many more were used up.
  private static int take(Command command, List<String> typed, int at, Map<String, String> values)
      throws Complaint {
    String whole = typed.get(at).substring(2);
    int equals = whole.indexOf('=');
    Option option = option(command, equals < 0 ? whole : whole.substring(0, equals));
    if (option.value().isEmpty() && equals >= 0) {
      throw new Complaint(
          "--" + option.name() + " takes no value.", "Write --" + option.name() + " alone.");
    }
    if (option.value().isEmpty() || equals >= 0) {
      values.put(option.name(), option.value().isEmpty() ? "" : whole.substring(equals + 1));
      return 0;
    }
    if (at + 1 == typed.size() || typed.get(at + 1).startsWith("--")) {
      throw new Complaint(
          "--" + option.name() + " needs a value.", "Write " + option.typed() + ".");
    }
    values.put(option.name(), typed.get(at + 1));
    return 1;
  }

  private static Option option(Command command, String name) throws Complaint {
    return command.options().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                command.name() + " knows no --" + name + ".",
                command.options().isEmpty()
                    ? "Leave it out."
                    : "It knows "
                        + command.options().stream().map(Option::typed).collect(joining(", "))
                        + "."));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Path> path(String name) throws Complaint {
    Optional<String> text = text(name);
    return text.isPresent() ? Optional.of(path("--" + name, text.get())) : Optional.empty();
  }

  private static Path path(String what, String text) throws Complaint {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Complaint(what + " is no path: " + e.getReason() + ".", "Give a path.");
    }
  }

  /// A whole number within bounds.
  int whole(String name, int otherwise, int least, int most) throws Complaint {
    String text = text(name).orElse(Integer.toString(otherwise));
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Complaint(
        "--" + name + " is not a whole number from " + least + " to " + most + ".",
        "Write --" + name + " " + otherwise + ", for example.");
  }

  /// A number within bounds.
  double number(String name, double otherwise, double least, double most) throws Complaint {
    try {
      double number = Double.parseDouble(text(name).orElse(Double.toString(otherwise)));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, together with the bounds
    }
    throw new Complaint(
        "--" + name + " is not a number from " + plain(least) + " to " + plain(most) + ".",
        "Write --" + name + " " + plain(otherwise) + ", for example.");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// The path that is the only word.
  Path onlyPath(String what) throws Complaint {
    return path("The " + what, only(what));
  }

  /// So many paths, and nothing else.
  List<Path> paths(int count, String what) throws Complaint {
    if (words.size() != count) {
      throw new Complaint(
          words.size() < count ? "We need " + what + "." : "There are too many words.",
          "Give " + what + ", one after the other.");
    }
    List<Path> paths = new ArrayList<>();
    for (String word : words) {
      paths.add(path("\"" + word + "\"", word));
    }
    return paths;
  }

  String only(String what) throws Complaint {
    if (words.size() != 1) {
      throw new Complaint(
          words.isEmpty() ? "The " + what + " is missing." : "There are too many words.",
          "Give one " + what + ".");
    }
    return words.getFirst();
  }

  void noWords() throws Complaint {
    if (!words.isEmpty()) {
      throw new Complaint(
          "We do not know what to do with \"" + words.getFirst() + "\".", "Leave it out.");
    }
  }
}
