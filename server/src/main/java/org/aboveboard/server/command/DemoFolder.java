package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// The data folder of a demonstration. It is deleted only if it is one.
record DemoFolder(Path data) {
  /// Makes the folder ready: kept if it is whole, made anew if it is not or if that is wished.
  void prepare(boolean fresh, Terminal terminal) throws IOException, Complaint {
    if (Files.exists(data) && (fresh || !isWhole())) {
      if (!Instance.isDemonstration(data)) {
        throw new Complaint(
            "The folder " + data + " is no demonstration, so it is not touched.",
            "Move it away, or start in another folder.");
      }
      terminal.say(
          fresh ? "Forgetting the last demonstration." : "Starting over: it was cut short.");
      delete();
    }
    Instance.markDemonstration(data);
  }

  boolean isWhole() {
    return Files.exists(data.resolve("whole"));
  }

  void markWhole() throws IOException {
    Files.writeString(data.resolve("whole"), "Everything was brought in.\n");
  }

  private void delete() throws IOException {
    Path store = data.resolve("store");
    if (Files.isDirectory(store.resolve("data"))) {
      // turns away if somebody uses it, and stops what a killed run left behind
      EmbeddedPostgres.start(store).close();
    }
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
