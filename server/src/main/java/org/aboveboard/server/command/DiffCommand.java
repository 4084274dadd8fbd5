package org.aboveboard.server.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.diff.Change;
import org.aboveboard.policy.diff.Diff;
import org.aboveboard.policy.diff.Thing;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;

/// `diff`: what is different between two policies, which way it goes, and what follows from it.
///
/// Its exit codes are those of diff(1): 0 where nothing is different, 1 where something is, 2 where
/// that cannot be told.
final class DiffCommand implements Command {
  private static final int DIFFERENT = 1;

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String words() {
    return "BEFORE AFTER";
  }

  @Override
  public String line() {
    return "says how two policies differ, and who must agree; exit 1 if they do";
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Complaint {
    List<Path> paths = arguments.paths(2, "the folders of two policies");
    Policy before = read(terminal.policy(paths.getFirst()));
    Policy after = read(terminal.policy(paths.getLast()));
    Diff diff = Diff.of(before, after);
    if (diff.summary().isEmpty()) {
      diff.summary().words().forEach(terminal::say);
      return Main.DONE;
    }
    terminal.say("%s  %s", before.digest(), paths.getFirst());
    terminal.say("%s  %s", after.digest(), paths.getLast());
    things(diff).forEach((thing, changes) -> tell(thing, changes, terminal));
    diff.summary().words().forEach(line -> terminal.say("%n%s", line));
    return DIFFERENT;
  }

  private static Policy read(Path folder) throws Complaint {
    if (!Files.isDirectory(folder)) {
      throw new Complaint(
          "There is no folder " + folder + ".",
          "Name two folders, each with an organisation.yaml.");
    }
    try {
      return PolicyFiles.read(folder).policy();
    } catch (PolicyFaults faults) {
      throw new Complaint(
          "The policy in " + folder + " has faults:\n" + faults.getMessage(),
          "Mend them first: what has faults is in force nowhere.");
    }
  }

  private static Map<Thing, List<Change>> things(Diff diff) {
    return diff.changes().stream().collect(groupingBy(Change::thing, LinkedHashMap::new, toList()));
  }

  private static void tell(Thing thing, List<Change> changes, Terminal terminal) {
    terminal.say("");
    terminal.say("%s, %s", thing.file(), thing.words());
    for (Change change : changes) {
      String turn = change.turn().name().toLowerCase(Locale.ROOT);
      terminal.say("  %-9s  %s", turn, change.words());
    }
  }
}
