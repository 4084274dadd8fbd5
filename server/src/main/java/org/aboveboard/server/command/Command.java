package org.aboveboard.server.command;

import java.util.List;

/// Something that can be asked for by name.
interface Command {
  String name();

  /// What stands after the name, besides the options; empty where nothing does.
  default String words() {
    return "";
  }

  /// What it does, in one line.
  String line();

  default List<Option> options() {
    return List.of();
  }

  /// Does it; answers the exit code.
  int run(Arguments arguments, Terminal terminal) throws Exception;
}
