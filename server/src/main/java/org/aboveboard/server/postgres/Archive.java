package org.aboveboard.server.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The packed programs of PostgreSQL on the class path, for this kind of processor.
record Archive(String name) {

  static Archive forThisMachine() throws IOException {
    String name = "/postgres-linux-" + architecture() + ".txz";
    if (Archive.class.getResource(name) == null) {
      throw new StoreRefused(
          "This build carries no PostgreSQL for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + ".",
          "Name a server with --db jdbc:postgresql://… instead.");
    }
    return new Archive(name);
  }

  private static String architecture() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }

  String digest() throws IOException {
    try (var bytes = open()) {
      return Sha256.of(bytes);
    }
  }

  void unpack(Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, into.resolve(entry.getName()).normalize(), into);
      }
    }
    Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void unpack(TarArchiveEntry entry, InputStream bytes, Path file, Path into)
      throws IOException {
    if (!file.startsWith(into)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(withParent(file), Path.of(entry.getLinkName()));
    } else {
      Files.copy(bytes, withParent(file));
      boolean isProgram = (entry.getMode() & 0b001_000_000) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static Path withParent(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return file;
  }

  private InputStream open() throws IOException {
    InputStream stream = Archive.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("gone from the class path: " + name);
    }
    return stream;
  }
}
