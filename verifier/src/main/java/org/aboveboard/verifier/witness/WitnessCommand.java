package org.aboveboard.verifier.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.aboveboard.ledger.note.Cosigner;

/// The command `witness`: starts a [Witness], says its key and address, and runs until it is
/// stopped.
public final class WitnessCommand {
  private static final int SECONDS_A_REQUEST = 30;
  private static final int MAX_CONNECTIONS = 512;

  private WitnessCommand() {}

  /// Exit code 0 is stopped by the user, 2 could not start.
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.equals(List.of("--help"))) {
      out.println(Options.USAGE);
      return 0;
    }
    return switch (Options.read(args)) {
      case Options.Wrong(var words) -> refuse(err, words + "\n" + Options.USAGE);
      case Options.Read(var options) -> run(options, out, err);
    };
  }

  private static int run(Options options, PrintStream out, PrintStream err) {
    bound();
    try (var memory = FileMemory.open(options.folder().resolve("logs"))) {
      var key = KeyFile.open(options.folder(), options.kind(), options.name(), new SecureRandom());
      serve(options, memory, key, out);
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      return refuse(err, "The witness cannot run: " + e.getMessage());
    }
  }

  private static void serve(Options options, FileMemory memory, Cosigner key, PrintStream out)
      throws IOException {
    var clock = InstantSource.system();
    try (var witness = Witness.start(options.port(), memory, key, options.logs(), clock)) {
      out.println("witness " + key.verifier().format());
      out.println("address " + witness.address());
      out.flush();
      untilStopped();
    }
  }

  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Bounds what a slow or greedy caller can hold, where nobody has set these bounds yet.
  private static void bound() {
    var bounds = System.getProperties();
    bounds.putIfAbsent("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS_A_REQUEST));
    bounds.putIfAbsent("sun.net.httpserver.maxRspTime", String.valueOf(SECONDS_A_REQUEST));
    bounds.putIfAbsent("jdk.httpserver.maxConnections", String.valueOf(MAX_CONNECTIONS));
  }

  private static int refuse(PrintStream err, String words) {
    err.println(words);
    return 2;
  }
}
