package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// An epoch on disk: four lines in the clear and its secret, sealed by the root and bound to them.
record EpochFile(Path file) {
  private static final String HEAD = "aboveboard epoch v1";
  private static final int LINES = 5;

  static EpochFile of(Path folder, int number) {
    return new EpochFile(folder.resolve(number + ".key"));
  }

  void write(RootKey root, int number, Instant made, long older, byte[] secret) throws IOException {
    String clear = clear(number, made.toString(), Long.toString(older));
    String sealed = Base64.getEncoder().encodeToString(root.seal(clear, secret));
    Durable.write(file, (clear + "sealed " + sealed + "\n").getBytes(US_ASCII));
  }

  private static String clear(int number, String made, String older) {
    return HEAD + "\nnumber " + number + "\nmade " + made + "\nolder " + older + "\n";
  }

  Epoch read(RootKey root, int number) throws IOException {
    List<String> lines = Files.readString(file, ISO_8859_1).lines().toList();
    try {
      if (lines.size() != LINES) {
        throw new IllegalArgumentException("it has another number of lines");
      }
      String made = after(lines.get(2), "made ");
      String older = after(lines.get(3), "older ");
      byte[] sealed = Base64.getDecoder().decode(after(lines.get(4), "sealed "));
      byte[] secret = root.open(clear(number, made, older), sealed);
      return new Epoch(number, Instant.parse(made), Long.parseLong(older), secret);
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw new KeyFault(
          "keys/epochs/"
              + file.getFileName()
              + " is not the key of epoch "
              + number
              + " under this root key. Put the right file back.",
          e);
    }
  }

  private static String after(String line, String word) {
    if (!line.startsWith(word)) {
      throw new IllegalArgumentException("a line does not begin with " + word);
    }
    return line.substring(word.length());
  }
}
