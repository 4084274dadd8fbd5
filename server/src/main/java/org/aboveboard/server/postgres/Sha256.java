package org.aboveboard.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lower-case hexadecimal.
final class Sha256 {
  private Sha256() {}

  static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String of(byte[] bytes) {
    return hex(fresh().digest(bytes));
  }

  static String of(InputStream bytes) throws IOException {
    var digest = fresh();
    new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
    return hex(digest.digest());
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
