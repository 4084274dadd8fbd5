package org.aboveboard.server.command;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.server.key.KeyFault;
import org.aboveboard.server.postgres.StoreRefused;
import org.aboveboard.server.sql.StoreFault;
import org.flywaydb.core.api.FlywayException;

/// The command line: finds the command, runs it, and puts whatever goes wrong into words.
///
/// Exit codes: 0 done, 1 not done or a fault of ours, 2 asked for in a way that cannot be done.
@QuarkusMain
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int ASKED_WRONGLY = 2;

  private Main() {}

  public static void main(String... typed) {
    InstantSource clock = InstantSource.system();
    Path root = Path.of(System.getProperty("aboveboard.root", "."));
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    int code =
        run(
            List.of(typed),
            System.getenv(),
            new Terminal(System.out, isTerminal, clock, root, clock.instant()));
    System.exit(code);
  }

  static int run(List<String> typed, Map<String, String> environment, Terminal terminal) {
    try {
      String name = typed.isEmpty() ? "help" : typed.getFirst();
      Command command = Commands.named(name);
      List<String> rest = typed.isEmpty() ? List.of() : typed.subList(1, typed.size());
      return rest.contains("--help")
          ? Help.of(command, terminal)
          : command.run(Arguments.read(command, rest, environment), terminal);
    } catch (Complaint complaint) {
      return refuse(terminal, complaint.why(), complaint.cure());
    } catch (StoreRefused refused) {
      return refuse(terminal, refused.reason(), refused.cure());
    } catch (PolicyFaults faults) {
      terminal.say("The policy is refused, so nothing was changed:");
      faults.faults().forEach(fault -> terminal.say(fault.toString()));
      return ASKED_WRONGLY;
    } catch (FlywayException another) {
      return refuse(
          terminal,
          "What is in the data folder was made by another release of Aboveboard.",
          "Run that release, or restore a backup here; for a demonstration write demo --fresh.");
    } catch (StoreFault | KeyFault fault) {
      terminal.say(String.valueOf(fault.getMessage()));
      return noted(fault, terminal);
    } catch (Exception fault) {
      return noted(fault, terminal);
    }
  }

  private static int refuse(Terminal terminal, String why, String cure) {
    terminal.say(why);
    terminal.say(cure);
    return ASKED_WRONGLY;
  }

  /// A fault of ours: one line for people, the whole of it in a file for those who mend it.
  private static int noted(Exception fault, Terminal terminal) {
    Path file = Path.of(".aboveboard", "fault.log");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        fault.printStackTrace(out);
      }
      terminal.say("That went wrong, and it is our fault. What happened is in %s.", file);
    } catch (IOException e) {
      terminal.say("That went wrong, and it is our fault: %s", fault.getClass().getSimpleName());
    }
    return FAILED;
  }
}
