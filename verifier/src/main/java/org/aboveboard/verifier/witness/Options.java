package org.aboveboard.verifier.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.TrustPolicy;

/// The words after `witness` on the command line.
///
/// @param name the key's name, or empty for one that follows from the key
record Options(int port, Path folder, KeyKind kind, String name, List<VerifierKey> logs) {
  static final String USAGE =
      """
      Use: witness [--port N] [--folder FOLDER] [--key ml-dsa-44|ed25519] [--name NAME]
                   --log KEY [--log KEY ...] | --policy FILE
        --port    where to listen on this machine (8086)
        --folder  what the witness has seen, and its key (witness)
        --log     a log to follow, as it publishes its key: name+id+base64
        --policy  a trust policy; its logs are followed
        --key     the kind of key made at the first start (ml-dsa-44)
        --name    the name of that key, such as witness.example.org/one\
      """;

  private static final int MAX_PORT = 65_535;

  /// What reading the words found.
  sealed interface Reading {}

  /// The words are these options.
  record Read(Options options) implements Reading {}

  /// The words are no options; these words say why.
  record Wrong(String words) implements Reading {}

  static Reading read(List<String> args) {
    try {
      return read(
          new Options(8086, Path.of("witness"), KeyKind.COSIGNATURE_ML_DSA_44, "", List.of()),
          args);
    } catch (IllegalArgumentException e) {
      return new Wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Reading read(Options start, List<String> args) {
    var options = start;
    for (int i = 0; i < args.size(); i += 2) {
      if (i + 1 == args.size()) {
        return new Wrong(args.get(i) + " lacks its value");
      }
      options = options.with(args.get(i), args.get(i + 1));
    }
    return options.logs.isEmpty()
        ? new Wrong("no log to follow; name one with --log or --policy")
        : new Read(options);
  }

  private Options with(String option, String value) {
    return switch (option) {
      case "--port" -> new Options(port(value), folder, kind, name, logs);
      case "--folder" -> new Options(port, Path.of(value), kind, name, logs);
      case "--key" -> new Options(port, folder, kind(value), name, logs);
      case "--name" -> new Options(port, folder, kind, value, logs);
      case "--log" -> new Options(port, folder, kind, name, joined(List.of(log(value))));
      case "--policy" -> new Options(port, folder, kind, name, joined(policy(value)));
      default -> throw new IllegalArgumentException(option + " is not known");
    };
  }

  private List<VerifierKey> joined(List<VerifierKey> more) {
    var all = new ArrayList<>(logs);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static int port(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
      throw new IllegalArgumentException("--port is a number from 0 to " + MAX_PORT);
    }
    return Integer.parseInt(value);
  }

  private static KeyKind kind(String value) {
    return switch (value) {
      case "ml-dsa-44" -> KeyKind.COSIGNATURE_ML_DSA_44;
      case "ed25519" -> KeyKind.COSIGNATURE_ED25519;
      default -> throw new IllegalArgumentException("--key is ml-dsa-44 or ed25519");
    };
  }

  private static VerifierKey log(String value) {
    return switch (VerifierKey.parse(value)) {
      case VerifierKey.Read(var key) -> key;
      case VerifierKey.Unreadable(var reason) ->
          throw new IllegalArgumentException("--log " + value + ": " + reason);
    };
  }

  private static List<VerifierKey> policy(String file) {
    try {
      return switch (TrustPolicy.parse(Files.readAllBytes(Path.of(file)))) {
        case TrustPolicy.Read(var policy) ->
            policy.logs().stream().map(TrustPolicy.Log::key).toList();
        case TrustPolicy.Unreadable(var reason) ->
            throw new IllegalArgumentException(file + ": " + reason);
      };
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(file + " cannot be read; check that it is there", e);
    }
  }
}
