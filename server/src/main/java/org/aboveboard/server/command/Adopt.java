package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.export.Adopted;
import org.aboveboard.policy.export.Fideslang;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;

/// `adopt`: a policy's folder from a fideslang manifest, and what a person must still write.
final class Adopt implements Command {
  private static final long LARGEST = 4L << 20;

  @Override
  public String name() {
    return "adopt";
  }

  @Override
  public String words() {
    return "FILE FOLDER";
  }

  @Override
  public String line() {
    return "makes a policy's folder from a fideslang manifest";
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    if (arguments.words().size() != 2) {
      throw new Complaint(
          "It takes a manifest and a folder.", "Write adopt manifest.yaml new-folder.");
    }
    Path manifest = Path.of(arguments.words().getFirst());
    Path folder = Path.of(arguments.words().getLast());
    Optional<Adopted> read = read(manifest, terminal);
    if (read.isEmpty()) {
      return Main.ASKED_WRONGLY;
    }
    Adopted adopted = read.get();
    requireNew(folder);
    for (Map.Entry<String, String> file : adopted.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
    terminal.say("%d files are in %s.", adopted.files().size(), folder);
    return adopted.gaps().isEmpty() ? whole(adopted, folder, terminal) : gaps(adopted, terminal);
  }

  private static Optional<Adopted> read(Path manifest, Terminal terminal)
      throws IOException, Complaint {
    if (!Files.isRegularFile(manifest)) {
      throw new Complaint(manifest + " is no file.", "Name a manifest in YAML.");
    }
    if (Files.size(manifest) > LARGEST) {
      throw new Complaint(manifest + " is larger than 4 MiB.", "Split it, or leave parts out.");
    }
    try {
      return Optional.of(Fideslang.read(Files.readString(manifest)));
    } catch (CharacterCodingException _) {
      throw new Complaint(manifest + " is not UTF-8 text.", "Save it as UTF-8.");
    } catch (PolicyFaults faults) {
      terminal.say("%s cannot be read as a manifest:", manifest);
      faults.faults().forEach(fault -> terminal.say(fault.toString()));
      return Optional.empty();
    }
  }

  private static void requireNew(Path folder) throws IOException, Complaint {
    if (Files.isRegularFile(folder)) {
      throw new Complaint(folder + " is a file.", "Name a new folder.");
    }
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new Complaint(folder + " is not empty.", "Name a new folder.");
        }
      }
    }
  }

  private static int whole(Adopted adopted, Path folder, Terminal terminal) throws PolicyFaults {
    Policy policy = PolicyFiles.read(folder).policy();
    boolean isSame = adopted.claimed().filter(policy.digest()::equals).isPresent();
    terminal.say(
        isSame
            ? "It is the policy that the manifest was made from: the digest is the same."
            : "It is another policy than the manifest was made from: the manifest was changed.");
    terminal.say("digest %s", policy.digest());
    return Main.DONE;
  }

  private static int gaps(Adopted adopted, Terminal terminal) {
    terminal.say("It cannot be used yet. A person must still write, and nothing was made up:");
    adopted.gaps().forEach(gap -> terminal.say("  " + gap));
    return Main.DONE;
  }
}
