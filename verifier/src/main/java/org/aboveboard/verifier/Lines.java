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
  private final byte[] chunk = new byte[1 << 16];
  private int from;
  private int to;
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
    if (!fill()) {
      return Optional.empty();
    }
    number++;
    return Optional.of(JsonLine.read(utf8(line())));
  }

  private byte[] line() throws IOException, Unreadable {
    var line = new ByteArrayOutputStream();
    while (fill()) {
      int end = from;
      while (end < to && chunk[end] != '\n') {
        end++;
      }
      line.write(chunk, from, end - from);
      if (line.size() > MAX_BYTES) {
        throw new Unreadable(
            "a line has more than " + MAX_BYTES + " bytes", "Export the file again.");
      }
      from = end + 1;
      if (end < to) {
        break;
      }
    }
    return line.toByteArray();
  }

  /// Reads more where everything has been handed out; false at the end of the file.
  private boolean fill() throws IOException {
    if (from >= to) {
      from = 0;
      to = in.read(chunk);
    }
    return from < to;
  }

  private static String utf8(byte[] bytes) throws Unreadable {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new Unreadable("the text is not UTF-8", "Save the file as UTF-8.");
    }
  }
}
