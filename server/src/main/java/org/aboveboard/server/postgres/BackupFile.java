package org.aboveboard.server.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The bytes of a backup: an ordinary zip file of tables and a `manifest.json`, whose comment, its
/// last 64 bytes, is the SHA-256 of all bytes before it. So any changed or missing byte shows.
final class BackupFile {
  static final String MANIFEST = "manifest.json";
  private static final int SEAL = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private BackupFile() {}

  /// Fills a new backup.
  interface Content {
    void writeTo(Parts parts) throws IOException, SQLException;
  }

  /// Writes one part of the file.
  interface Part {
    long writeTo(OutputStream out) throws IOException, SQLException;
  }

  /// What was written of one part.
  record Written(long rows, String sha256) {}

  /// The parts of a backup that is being written.
  static final class Parts {
    private final ZipOutputStream zip;

    private Parts(ZipOutputStream zip) {
      this.zip = zip;
    }

    Written add(String entry, Part part) throws IOException, SQLException {
      var digest = Sha256.fresh();
      zip.putNextEntry(new ZipEntry(entry));
      long rows = part.writeTo(new DigestOutputStream(zip, digest));
      zip.closeEntry();
      return new Written(rows, Sha256.hex(digest.digest()));
    }

    void add(Manifest manifest) throws IOException {
      byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(json);
      zip.closeEntry();
    }
  }

  /// Writes beside `file` and renames when all is on disk; returns the seal.
  static String write(Path file, Content content) throws IOException, SQLException {
    Path target = file.toAbsolutePath();
    Path fresh = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      fill(fresh, content);
      String seal = seal(fresh);
      Cluster.rename(fresh, target);
      return seal;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void fill(Path fresh, Content content) throws IOException, SQLException {
    try (var zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh, WRITE)))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.setComment("0".repeat(SEAL));
      content.writeTo(new Parts(zip));
    }
  }

  private static String seal(Path fresh) throws IOException {
    String seal = sealOf(fresh);
    try (var channel = FileChannel.open(fresh, WRITE)) {
      channel.write(US_ASCII.encode(seal), channel.size() - SEAL);
      channel.force(true);
    }
    return seal;
  }

  private static String sealOf(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return Sha256.of(new FirstBytes(new BufferedInputStream(bytes), Files.size(file) - SEAL));
    }
  }

  /// Refuses a file of which any byte was changed or lost since it was written.
  static void requireWhole(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new StoreRefused("There is no file " + file + ".", "Give the path of a backup.");
    }
    if (Files.size(file) <= SEAL || !sealOf(file).equals(sealIn(file))) {
      throw new StoreRefused(
          file + " is not a whole backup: bytes of it were changed or are missing.",
          "Fetch the file again from where it is kept, or use an older one. Nothing was written.");
    }
  }

  private static String sealIn(Path file) throws IOException {
    var seal = ByteBuffer.allocate(SEAL);
    try (var channel = FileChannel.open(file)) {
      channel.read(seal, channel.size() - SEAL);
    }
    return US_ASCII.decode(seal.flip()).toString();
  }

  static Manifest manifest(ZipFile zip) throws IOException {
    try (var json = open(zip, MANIFEST)) {
      return JSON.readValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw new StoreRefused(
          "The manifest of the backup cannot be read: " + e.getOriginalMessage(),
          "Restore with the release of Aboveboard that wrote it.");
    }
  }

  static InputStream open(ZipFile zip, String entry) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw new ZipException("the backup has no part named " + entry);
    }
    return zip.getInputStream(found);
  }
}
