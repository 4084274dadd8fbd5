package org.aboveboard.server.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes small files so that a power cut leaves the old one or the new one, and none but their
/// owner can read them.
final class Durable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private Durable() {}

  /// Makes the folder if there is none.
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        sync(parent);
      }
    }
  }

  /// Removes what a stop left half written, while nobody else writes; answers how much it was.
  static int sweep(Path folder) throws IOException {
    int count = 0;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "fresh*.part")) {
        for (Path half : halves) {
          unlink(half);
          count++;
        }
      }
    }
    return count;
  }

  /// The file whole, or as it was before.
  static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path fresh = Files.createTempFile(target.getParent(), "fresh", ".part", OWNER_ONLY);
    try {
      overwrite(fresh, bytes);
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The file as it is from now on, its place on the disk unchanged.
  static void overwrite(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      put(channel, bytes);
      channel.force(true);
    }
  }

  static void put(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  /// Makes an empty file if there is none.
  static void touch(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file, OWNER_ONLY);
      sync(file.resolveSibling("."));
    }
  }

  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(to.resolveSibling("."));
  }

  static void unlink(Path file) throws IOException {
    Files.deleteIfExists(file);
    sync(file.resolveSibling("."));
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
