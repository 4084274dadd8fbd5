package org.aboveboard.server.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;

/// A copy of a policy that ships, which a test may edit.
public record Draft(Path folder) {

  /// A copy of the policy of this name, in this folder.
  public static Draft of(String name, Path folder) {
    Path source = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/" + name);
    Draft draft = new Draft(folder);
    for (Path file : files(source)) {
      draft.write(source.relativize(file).toString(), text(file));
    }
    return draft;
  }

  private static List<Path> files(Path source) {
    try (Stream<Path> found = Files.walk(source)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Draft write(String file, String text) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Draft replace(String file, String before, String after) {
    String text = text(folder.resolve(file));
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold: " + before);
    }
    return write(file, text.replace(before, after));
  }

  public Draft delete(String file) {
    try {
      Files.delete(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Without the question that the bookshop asks volunteers, and what goes with it.
  public Draft askingNobody() {
    return delete("segments/part-of-town.yaml")
        .delete("monitors/parts-of-town.yaml")
        .delete("categories/part-of-town.yaml")
        .delete("purposes/fairness-audit.yaml");
  }

  public ReadPolicy read() {
    try {
      return PolicyFiles.read(folder);
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
