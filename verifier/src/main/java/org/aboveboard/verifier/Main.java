package org.aboveboard.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.verifier.witness.WitnessCommand;

/// The command line: `verify FILE [--root HEX]`, and `witness` with the options of
/// [WitnessCommand].
///
/// Exit code 0 is verified, 1 refuted, 2 could not be checked.
public final class Main {
  private static final String USAGE =
      "Use: verify FILE [--root HEX]   where HEX is the root you trust, 64 digits.";

  private Main() {}

  public static void main(String... args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (!args.isEmpty() && args.getFirst().equals("witness")) {
      return WitnessCommand.run(args.subList(1, args.size()), out, err);
    }
    var outcome = outcome(args);
    (outcome.exitCode() == 2 ? err : out).println(outcome.words());
    return outcome.exitCode();
  }

  private static Outcome outcome(List<String> args) {
    boolean hasRoot = args.size() == 4 && args.get(2).equals("--root");
    if ((!hasRoot && args.size() != 2) || !args.getFirst().equals("verify")) {
      return new Outcome.Unchecked("the command is not known", USAGE);
    }
    var root = hasRoot ? Hash.ofHex(args.get(3)) : Optional.<Hash>empty();
    if (hasRoot && root.isEmpty()) {
      return new Outcome.Unchecked("the root is not 64 lower-case hexadecimal digits", USAGE);
    }
    return check(args.get(1), root);
  }

  private static Outcome check(String file, Optional<Hash> root) {
    try (var in = Files.newInputStream(Path.of(file))) {
      return Extract.check(in, root);
    } catch (IOException | InvalidPathException e) {
      return new Outcome.Unchecked(
          "the file cannot be read (" + e.getClass().getSimpleName() + ")",
          "Check that it is there and that you may read it: " + file);
    }
  }
}
