package org.aboveboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;

/// A house of its own in a folder that goes with it, under the bookshop's policy, with a database
/// of its own.
record Premises(Path folder, House house) implements AutoCloseable {
  private static final Reader READER = Reader.of(Language.EN);

  /// Opens a new one under the folder of the system property `aboveboard.root`.
  static Premises open() throws IOException, PolicyFaults {
    return in(made());
  }

  /// A folder for a new one.
  static Path made() throws IOException {
    Path target = Files.createDirectories(root().resolve("bench/target").toAbsolutePath());
    return Files.createTempDirectory(target, "premises");
  }

  /// Opens the one in this folder.
  static Premises in(Path folder) throws IOException, PolicyFaults {
    return under(folder, root().resolve("policies/bookshop"));
  }

  static Path root() {
    return Path.of(System.getProperty("aboveboard.root", "."));
  }

  /// Opens the one in this folder, under a policy of one's own.
  static Premises under(Path folder, Path policy) throws IOException, PolicyFaults {
    Options options = new Options(folder, policy, Optional.empty(), false, 5, 0);
    return new Premises(folder, House.open(options, InstantSource.system()));
  }

  Purpose suggestions() {
    return house.declaration().now().policy().purpose("recommendations").orElseThrow();
  }

  /// Puts the question to somebody; answers its id.
  String ask(String name) {
    var inForce = house.declaration().now();
    var row = inForce.policy().surface("home-row").orElseThrow();
    return house.prompts().serve(inForce, name, row, suggestions(), READER).id();
  }

  @Override
  public void close() throws IOException {
    house.close();
    delete(folder);
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepest) {
        Files.delete(path);
      }
    }
  }
}
