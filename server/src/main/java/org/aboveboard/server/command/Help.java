package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.util.Locale;

/// `help`: what can be asked for, one line each; with `--help` a command lists its options.
final class Help implements Command {
  private static final String ROW = "  %-28s %s";

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String line() {
    return "this list";
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    terminal.say("Aboveboard: personalization with nothing under the table.");
    terminal.say("");
    terminal.say("./aboveboard COMMAND, where COMMAND is one of");
    for (Command command : Commands.all()) {
      terminal.say(ROW, (command.name() + " " + command.words()).strip(), command.line());
    }
    terminal.say(ROW, "test [--full]", "builds everything and runs all tests");
    terminal.say(ROW, "verify FILE", "checks a receipt, checkpoints or a whole ledger by itself");
    terminal.say(
        ROW, "witness", "cosigns the ledgers of others once it has seen that they only grow");
    terminal.say("");
    terminal.say("./aboveboard COMMAND --help lists a command's options.");
    terminal.say(
        """
        Settings may also come from the environment: ABOVEBOARD_DATA, ABOVEBOARD_POLICY,
        ABOVEBOARD_DB, ABOVEBOARD_PORT, ABOVEBOARD_HOST; options of Java in
        ABOVEBOARD_JAVA_OPTIONS (such as -Xmx8g); ABOVEBOARD_NO_BUILD=1 runs what is built.\
        """);
    return Main.DONE;
  }

  /// One command and its options.
  static int of(Command command, Terminal terminal) {
    terminal.say("./aboveboard %s %s", command.name(), command.words());
    terminal.say("  %s", command.line());
    terminal.say(
        command.options().stream()
            .map(option ->
                String.format(
                    Locale.ROOT,
                    ROW,
                    option.typed(),
                    option.says() + (option.isSetting() ? " (" + option.variable() + ")" : "")))
            .collect(joining(System.lineSeparator())));
    return Main.DONE;
  }
}
