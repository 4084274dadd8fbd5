package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// The lines of a file of strict UTF-8, one at a time and none of them boundless.
final class Lines {
  /// The longest line that is read, in bytes.
  static final int MAX_BYTES = 4 << 20;

  private final InputStream in;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /// The number of the line that was read last, from 1.
  long number() {
    return number;
  }

  /// The next line's object, or nothing at the end of the file.
  Optional<Json.Fields> next() throws IOException, Unreadable {
    var bytes = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    number++;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      bytes.write(read);
      if (bytes.size() > MAX_BYTES) {
        throw new Unreadable(
            "a line has more than " + MAX_BYTES + " bytes", "Export the file again.");
      }
    }
    return Optional.of(JsonLine.read(utf8(bytes.toByteArray())));
  }

  private static String utf8(byte[] bytes) throws Unreadable {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable("the text is not UTF-8", "Save the file as UTF-8.");
    }
  }
}
