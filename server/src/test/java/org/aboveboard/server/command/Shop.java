package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of the bookshop's policy that a test can edit.
record Shop(Path folder) {
  static Shop in(Path folder) throws IOException {
    Path source = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    List<Path> files;
    try (Stream<Path> found = Files.walk(source)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    Shop shop = new Shop(folder);
    for (Path file : files) {
      shop.write(source.relativize(file).toString(), Files.readString(file));
    }
    return shop;
  }

  Shop write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
    return this;
  }

  Shop replace(String file, String before, String after) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold: " + before);
    }
    return write(file, text.replace(before, after));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
