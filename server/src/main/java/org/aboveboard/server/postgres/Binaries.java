package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The programs of PostgreSQL, unpacked once from the archive on the class path.
///
/// Their folder is named after the archive's digest and appears by one atomic rename, so that two
/// processes may race for it and a half-unpacked one is never used. A mark inside holds a digest of
/// every file's name and size; a folder that no longer matches it (a power cut, a cleaner of old
/// files) is put aside and unpacked again.
record Binaries(Path home) {
  private static final String MARK = ".complete";

  /// Uses the first of `caches` that can be written and that `privileges` can reach.
  static Binaries unpacked(List<Path> caches, Privileges privileges) throws IOException {
    var archive = Archive.forThisMachine();
    String name = "postgres-" + archive.digest().substring(0, 16);
    for (Path cache : caches) {
      if (isWritable(cache) && privileges.canReach(cache)) {
        return new Binaries(unpacked(archive, cache.toRealPath().resolve(name)));
      }
    }
    throw new StoreRefused(
        "No folder was found to unpack PostgreSQL into; tried " + caches + ".",
        "Make one of them writable, and readable for other users if you run as root.");
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /// The major version, which must match that of the data.
  String major() throws IOException {
    String said = Run.of(List.of(program("postgres"), "--version")).output();
    return said.replaceFirst("^\\D*(\\d+)(?s:.*)$", "$1");
  }

  private static boolean isWritable(Path cache) {
    try {
      return Files.isWritable(Files.createDirectories(cache));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path unpacked(Archive archive, Path home) throws IOException {
    if (!isWhole(home)) {
      Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
      try {
        archive.unpack(fresh);
        Files.writeString(fresh.resolve(MARK), contents(fresh));
        publish(fresh, home);
      } finally {
        delete(fresh);
      }
    }
    return home;
  }

  private static void publish(Path fresh, Path home) throws IOException {
    if (Files.exists(home) && !isWhole(home)) {
      Path aside = Files.createTempDirectory(home.getParent(), "broken-");
      Files.move(home, aside.resolve("postgres"), ATOMIC_MOVE);
      delete(aside);
    }
    try {
      Files.move(fresh, home, ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isWhole(home)) { // else another process was first, and did the same work
        throw e;
      }
    }
  }

  private static boolean isWhole(Path home) throws IOException {
    Path mark = home.resolve(MARK);
    return Files.exists(mark) && Files.readString(mark).equals(contents(home));
  }

  private static String contents(Path home) throws IOException {
    var list = new StringBuilder();
    try (var files = Files.walk(home)) {
      for (Path file :
          files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList()) {
        if (!file.endsWith(MARK)) {
          list.append(home.relativize(file)).append(' ').append(Files.size(file)).append('\n');
        }
      }
    }
    return Sha256.of(list.toString().getBytes(UTF_8));
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
