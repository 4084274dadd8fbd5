package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of a policy that ships, for a test to edit.
public record Copy(Path folder) {
  public static Copy of(String name, Path folder) throws IOException {
    Path source =
        Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies").resolve(name);
    List<Path> files;
    try (Stream<Path> found = Files.walk(source)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    Copy copy = new Copy(folder);
    for (Path file : files) {
      copy.write(source.relativize(file).toString(), Files.readString(file));
    }
    return copy;
  }

  Copy write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
    return this;
  }

  Copy replace(String file, String before, String after) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold: " + before);
    }
    return write(file, text.replace(before, after));
  }

  Copy delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
    return this;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
