package org.aboveboard.server.simulate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Folders that are made for a while.
final class Folders {
  private Folders() {}

  /// A new one, among the machine's own folders for such.
  static Path make() throws IOException {
    return Files.createTempDirectory("aboveboard-simulation");
  }

  /// Lays all files of a folder into another, over those that are there.
  static void lay(Path files, Path over) throws IOException {
    Files.walkFileTree(
        files,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path at = over.resolve(files.relativize(file).toString());
            Files.createDirectories(at.getParent());
            Files.write(at, Files.readAllBytes(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// Removes one with all that is in it.
  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, IOException fault)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
