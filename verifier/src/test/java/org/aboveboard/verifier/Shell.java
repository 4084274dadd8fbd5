package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the command line answered: exit code and all that it said.
record Shell(int code, String said) {
  static Shell run(List<String> args) {
    var said = new ByteArrayOutputStream();
    var print = new PrintStream(said, true, UTF_8);
    return new Shell(Main.run(args, print, print), said.toString(UTF_8));
  }

  static Shell run(String... args) {
    return run(List.of(args));
  }

  /// The check of a case's receipt, believing whom it names.
  static Shell check(Case given, Path folder, String... options) throws IOException {
    var receipt = Files.write(folder.resolve("receipt.tlog-proof"), given.receipt());
    var args = new ArrayList<>(List.of("verify", receipt.toString()));
    args.addAll(List.of(options));
    if (!given.trust().isEmpty()) {
      args.addAll(believing(given.trust(), folder));
    }
    return run(args);
  }

  /// The option for a key, which is one word with a plus, or for anything else as a policy.
  private static List<String> believing(String trust, Path folder) throws IOException {
    return trust.contains("+") && !trust.contains("\n")
        ? List.of("--key", trust)
        : List.of("--policy", Files.writeString(folder.resolve("policy"), trust).toString());
  }

  /// The sentence that everything else explains.
  String sentence() {
    return said.lines().findFirst().orElse("");
  }
}
