package org.aboveboard.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A copy of the bookshop's policy that a test can spoil file by file.
record Folder(Path path) {

  /// The policies that ship, wherever the build runs.
  static Path shipped() {
    return Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies");
  }

  static Folder bookshop(Path target) {
    return new Folder(target).copyFrom(shipped().resolve("bookshop"));
  }

  static Policy read(String name) {
    return new Folder(shipped().resolve(name)).read();
  }

  Policy read() {
    try {
      return Policy.read(path);
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  Folder copyFrom(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(source, file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder write(String file, String text) {
    try {
      Files.createDirectories(path.resolve(file).getParent());
      Files.writeString(path.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder replace(String file, String before, String after) {
    var text = text(file);
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold: " + before);
    }
    return write(file, text.replace(before, after));
  }

  Folder delete(String file) {
    try {
      Files.delete(path.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The number of the first line that holds a text.
  int lineOf(String file, String part) {
    var before = text(file).substring(0, text(file).indexOf(part));
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  String text(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(Path source, Path file) {
    try {
      write(source.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
