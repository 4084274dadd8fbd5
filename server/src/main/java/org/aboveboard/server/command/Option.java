package org.aboveboard.server.command;

import java.util.Locale;
import java.util.Optional;

/// A named argument of a command.
///
/// @param name what stands after the two dashes
/// @param value what its value is; nothing where the name alone says it all
/// @param says what it does, for the help
/// @param isSetting whether the environment may give it too, as `ABOVEBOARD_` and the name
record Option(String name, Optional<String> value, String says, boolean isSetting) {
  /// An argument with a value.
  static Option of(String name, String value, String says) {
    return new Option(name, Optional.of(value), says, false);
  }

  /// An argument with a value that the environment may give too.
  static Option setting(String name, String value, String says) {
    return new Option(name, Optional.of(value), says, true);
  }

  /// An argument without a value.
  static Option flag(String name, String says) {
    return new Option(name, Optional.empty(), says, false);
  }

  String variable() {
    return "ABOVEBOARD_" + name.toUpperCase(Locale.ROOT);
  }

  /// As it is typed.
  String typed() {
    return "--" + name + value.map(v -> " " + v).orElse("");
  }
}
