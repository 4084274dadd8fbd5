package org.aboveboard.server.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// The lines of a text file, one at a time, in constant memory.
///
/// Packed files are unpacked by their content, not their name. A line ends with LF or CRLF; the
/// last needs no end. A line is UTF-8, or else Latin-1. A byte-order mark and blank lines are
/// passed over. A line that cannot be used becomes a [Refusal] and reading goes on.
final class Lines implements AutoCloseable {
  /// What is done with a line.
  @FunctionalInterface
  interface Each {
    void line(long number, String text) throws Malformed;
  }

  static final int LONGEST = 1 << 20;
  private static final int ZERO_BYTES = 1;
  private static final int BEYOND_ASCII = 2;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[256];
  private int length;
  private int traits;

  private Lines(InputStream in) {
    this.in = in;
  }

  /// Gives each line of `file` that is not blank to `each`, and what could not be used to
  /// `refused`.
  static void read(Path file, Each each, Consumer<Refusal> refused) {
    String name = String.valueOf(file.getFileName());
    long number = 0;
    try (Lines lines = new Lines(open(file))) {
      while (lines.next()) {
        number++;
        lines.give(number, each, name, refused);
      }
    } catch (IOException e) {
      if (number == 0 && !Files.isReadable(file)) {
        throw new UncheckedIOException(name + " cannot be read: check who may open it", e);
      }
      refused.accept(new Refusal(name, number + 1, "the file breaks off here: fetch it again"));
    }
  }

  /// The first line; empty text where there is none or it cannot be read.
  static String first(Path file) {
    try (Lines lines = new Lines(open(file))) {
      return lines.next() ? lines.text(true) : "";
    } catch (IOException | Malformed e) {
      return "";
    }
  }

  /// The bytes of a file, unpacked when it is packed.
  static InputStream open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
    try {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      return packed ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private void give(long number, Each each, String name, Consumer<Refusal> refused) {
    try {
      String text = text(number == 1);
      if (!text.isBlank()) {
        each.line(number, text);
      }
    } catch (Malformed malformed) {
      refused.accept(new Refusal(name, number, malformed.why()));
    }
  }

  private String text(boolean first) throws Malformed {
    if (length > LONGEST) {
      throw new Malformed("the line is longer than 1 MiB");
    }
    if ((traits & ZERO_BYTES) != 0) {
      throw new Malformed("the line holds zero bytes: save the file as UTF-8 text");
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    int start = first && hasByteOrderMark() ? 3 : 0;
    return (traits & BEYOND_ASCII) == 0
        ? new String(line, start, end - start, ISO_8859_1)
        : decode(ByteBuffer.wrap(line, start, end - start));
  }

  private boolean hasByteOrderMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private static String decode(ByteBuffer bytes) {
    try {
      return UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return ISO_8859_1.decode(bytes).toString();
    }
  }

  private boolean next() throws IOException {
    length = 0;
    traits = 0;
    while (from < to || fill()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        traits |= buffer[end] > 0 ? 0 : buffer[end] == 0 ? ZERO_BYTES : BEYOND_ASCII;
        end++;
      }
      take(end - from);
      from = end + 1;
      if (end < to) {
        return true;
      }
    }
    return length > 0;
  }

  private void take(int bytes) {
    if (length <= LONGEST) {
      if (length + bytes > line.length) {
        line = Arrays.copyOf(line, Math.max(2 * line.length, length + bytes));
      }
      System.arraycopy(buffer, from, line, length, bytes);
      length += bytes;
    }
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
