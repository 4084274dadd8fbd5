package org.aboveboard.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;

/// A copy of the bookshop's policy that a test can spoil file by file.
public record Folder(Path path) {

  /// The policies that ship, wherever the build runs.
  public static Path shipped() {
    return Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies");
  }

  public static Folder bookshop(Path target) {
    return new Folder(target).copyFrom(shipped().resolve("bookshop"));
  }

  public static Policy read(String name) {
    return new Folder(shipped().resolve(name)).read();
  }

  public Policy read() {
    try {
      return PolicyFiles.read(path).policy();
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /// Every policy that ships.
  public static Stream<Policy> allShipped() {
    try (Stream<Path> folders = Files.list(shipped())) {
      var names = folders.map(path -> path.getFileName().toString()).sorted().toList();
      return names.stream().map(Folder::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Folder copyFrom(Path source) {
    try (Stream<Path> files = Files.walk(source)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(source, file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Folder write(String file, String text) {
    try {
      Files.createDirectories(path.resolve(file).getParent());
      Files.writeString(path.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Folder replace(String file, String before, String after) {
    var text = text(file);
    if (!text.contains(before)) {
      throw new AssertionError(file + " does not hold: " + before);
    }
    return write(file, text.replace(before, after));
  }

  public Folder delete(String file) {
    try {
      Files.delete(path.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The number of the first line that holds a text.
  public int lineOf(String file, String part) {
    var before = text(file).substring(0, text(file).indexOf(part));
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  public String text(String file) {
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
