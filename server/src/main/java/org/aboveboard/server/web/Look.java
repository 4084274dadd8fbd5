package org.aboveboard.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The style sheet that is served, named by its own bytes.
final class Look {
  static final String PATH = "/META-INF/resources/ui/ui.css";
  static final String VERSION = version();

  private Look() {}

  private static String version() {
    try (InputStream sheet = Look.class.getResourceAsStream(PATH)) {
      if (sheet == null) {
        throw new IllegalStateException(PATH + " is missing from the build");
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(sheet.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
