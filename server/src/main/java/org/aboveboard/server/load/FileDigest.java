package org.aboveboard.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The SHA-256 of a file as it lies there, packed or not, worked out when it is first asked for.
final class FileDigest {
  private final Path file;
  private Optional<String> hex = Optional.empty();

  FileDigest(Path file) {
    this.file = file;
  }

  /// Whether this is it, in hexadecimal of either case.
  boolean is(String said) {
    String own = hex.orElseGet(this::read);
    hex = Optional.of(own);
    return own.equals(said.toLowerCase(Locale.ROOT));
  }

  private String read() {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(file.getFileName() + " cannot be read: check who may", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
