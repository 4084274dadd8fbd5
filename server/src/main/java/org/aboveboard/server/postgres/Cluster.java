package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The data of one PostgreSQL server and its password, side by side in a folder.
///
/// The data folder appears by one rename after `initdb` is done, so that whatever is called `data`
/// is whole, and the password is on disk before anything can need it.
record Cluster(Path folder) {
  static final String USER = "postgres";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int LAST_LINES = 12;
  private static final long LONG_LOG = 4L << 20;

  /// Makes the folder if there is none; only its owner may look into a new one.
  static Cluster at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }
    return new Cluster(folder.toRealPath());
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  boolean isNew() {
    return !Files.exists(data(), LinkOption.NOFOLLOW_LINKS);
  }

  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      if (!isNew()) {
        throw new StoreRefused(
            "The data in " + folder + " is there, but its file 'password' is not.",
            "Put the file back from your backup, or move the folder away to start afresh.");
      }
      makePassword();
    }
    return Files.readString(passwordFile(), UTF_8).strip();
  }

  private void makePassword() throws IOException {
    byte[] chance = new byte[24];
    new SecureRandom().nextBytes(chance);
    Path fresh = folder.resolve("password.new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OWNER_ONLY);
    Files.writeString(
        fresh,
        Base64.getUrlEncoder().encodeToString(chance) + "\n",
        UTF_8,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    rename(fresh, passwordFile());
  }

  /// Makes the data with password login and nothing else: no line of its access file trusts
  /// anybody.
  void initialise(Binaries binaries, Privileges privileges) throws IOException {
    Path fresh = folder.resolve("data.new");
    Path password = folder.resolve("password.initdb");
    Binaries.delete(fresh);
    Files.createDirectory(fresh, OWNER_ONLY_FOLDER);
    Files.deleteIfExists(password);
    Files.createFile(password, OWNER_ONLY);
    try {
      Files.writeString(password, password());
      privileges.own(password);
      privileges.own(fresh);
      initdb(binaries, privileges, fresh, password);
    } finally {
      Files.deleteIfExists(password);
    }
    rename(fresh, data());
  }

  /// Renames so that the new name survives a power cut.
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, ATOMIC_MOVE);
    try (var parent = FileChannel.open(to.resolveSibling("."), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  private void initdb(Binaries binaries, Privileges privileges, Path fresh, Path password)
      throws IOException {
    var run =
        Run.of(
            privileges.command(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums")));
    if (!run.isSuccess()) {
      throw new StoreRefused(
          "PostgreSQL could not make its data in " + folder + ": " + run.output(),
          "See that the disk has room and that the folder can be written, then start again.");
    }
  }

  void requireVersion(String major) throws IOException {
    Path file = data().resolve("PG_VERSION");
    String found = Files.exists(file) ? Files.readString(file).strip() : "";
    if (found.isEmpty()) {
      throw new StoreRefused(
          data() + " holds no PostgreSQL data.",
          "Choose another folder, or move what is there away to start afresh.");
    }
    if (!found.equals(major)) {
      throw new StoreRefused(
          "The data in "
              + folder
              + " was written by PostgreSQL "
              + found
              + "; this is "
              + major
              + ".",
          "Make a backup with the release of Aboveboard that wrote it, then restore it here.");
    }
  }

  /// Keeps one older log, so that a log never fills the disk.
  void turnLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LONG_LOG) {
      Files.move(log(), folder.resolve("postgres.log.1"), ATOMIC_MOVE);
    }
    if (!Files.exists(log())) {
      Files.createFile(log(), OWNER_ONLY);
    }
  }

  String lastOfLog() throws IOException {
    List<String> lines = Files.readAllLines(log());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
