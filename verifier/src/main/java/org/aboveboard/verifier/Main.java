package org.aboveboard.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.aboveboard.verifier.witness.WitnessCommand;

/// The command line: `verify`, with what is to be checked and whom its person believes; and
/// `witness` with the options of [WitnessCommand].
///
/// Exit code 0 is verified, 1 refuted, 2 could not be checked.
public final class Main {
  private Main() {}

  public static void main(String... args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.equals(List.of("verify", "--help"))) {
      out.println(Asked.USAGE);
      return 0;
    }
    if (!args.isEmpty() && args.getFirst().equals("witness")) {
      return WitnessCommand.run(args.subList(1, args.size()), out, err);
    }
    var outcome = outcome(args);
    (outcome.exitCode() == 2 ? err : out).println(Plain.words(outcome.words()));
    return outcome.exitCode();
  }

  private static Outcome outcome(List<String> args) {
    try {
      return Check.of(Asked.read(args));
    } catch (Unreadable unreadable) {
      return new Outcome.Unchecked(unreadable.what(), unreadable.cure());
    } catch (IOException | InvalidPathException e) {
      return new Outcome.Unchecked(
          "a file cannot be read (" + e.getClass().getSimpleName() + ")",
          "Check that it is there and that you may read it: " + e.getMessage());
    }
  }
}
