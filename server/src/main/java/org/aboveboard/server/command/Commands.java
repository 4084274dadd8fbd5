package org.aboveboard.server.command;

import java.util.List;

/// Every command, in the order in which the help lists them.
final class Commands {
  private Commands() {}

  static List<Command> all() {
    return List.of(
        new Demo(),
        new Serve(),
        new Apply(),
        new KeyCommand(),
        new DiffCommand(),
        new ApproveCommand(),
        new ReleaseCommand(),
        new Import(),
        new Export(),
        new Publish(),
        new Adopt(),
        new Evaluate(),
        new SimulateCommand(),
        new LintCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new RollCommand(),
        new ReplayCommand(),
        new Help());
  }

  static Command named(String name) throws Complaint {
    String plain = name.equals("--help") || name.equals("-h") ? "help" : name;
    return all().stream()
        .filter(command -> command.name().equals(plain))
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "There is no command \"" + name + "\".",
                "./aboveboard help lists those there are."));
  }
}
