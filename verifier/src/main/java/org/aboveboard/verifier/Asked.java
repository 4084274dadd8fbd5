package org.aboveboard.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after `verify` on the command line.
///
/// @param files what to check
/// @param options the options with a value, by name
/// @param flags the options without
record Asked(List<String> files, Map<String, String> options, Set<String> flags) {
  static final String USAGE =
      """
      Use: verify FILE                       a receipt, or a journal extract
           verify CHECKPOINT CHECKPOINT ...  whether they are of one ledger
           verify FOLDER                     a whole log: its checkpoint and all tiles
           verify --absent CONSENT RUN LIST  whether whose consent it is was left out of a
                                             training run: two receipts, and the run's answer
        --key VKEY        the log's key, as name+id+base64
        --policy FILE     whom you believe: logs, witnesses, quorum
        --ledger FOLDER   the log's tiles, to compare checkpoints of different sizes
        --root HEX        the root of a journal extract that you trust, 64 digits
        --steps           tell each hash of a receipt\
      """;

  private static final Set<String> OPTIONS = Set.of("--key", "--policy", "--ledger", "--root");
  private static final Set<String> FLAGS = Set.of("--steps", "--absent");

  Asked {
    files = List.copyOf(files);
    options = Map.copyOf(options);
    flags = Set.copyOf(flags);
  }

  static Asked read(List<String> args) throws Unreadable {
    if (args.isEmpty() || !args.getFirst().equals("verify")) {
      throw new Unreadable("the command is not known", USAGE);
    }
    var files = new ArrayList<String>();
    var options = new HashMap<String, String>();
    var flags = new HashSet<String>();
    for (int i = 1; i < args.size(); i++) {
      var word = args.get(i);
      if (FLAGS.contains(word)) {
        flags.add(word);
      } else if (!word.startsWith("--")) {
        files.add(word);
      } else if (!OPTIONS.contains(word) || i + 1 == args.size()) {
        throw new Unreadable(word + " is not known, or lacks its value", USAGE);
      } else if (options.put(word, args.get(++i)) != null) {
        throw new Unreadable(word + " comes twice", USAGE);
      }
    }
    return new Asked(files, options, flags).sound();
  }

  private Asked sound() throws Unreadable {
    if (files.isEmpty()) {
      throw new Unreadable("no file is named", USAGE);
    }
    if (is("--absent") && files.size() != 3) {
      throw new Unreadable("--absent needs three files", USAGE);
    }
    if (options.containsKey("--key") && options.containsKey("--policy")) {
      throw new Unreadable(
          "--key and --policy exclude one another", "Write the key in the policy: log KEY");
    }
    return this;
  }

  boolean is(String flag) {
    return flags.contains(flag);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
