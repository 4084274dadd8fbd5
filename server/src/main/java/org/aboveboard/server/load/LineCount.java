package org.aboveboard.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Guesses how many lines a file has from its size and its first 64 KiB.
final class LineCount {
  private static final int SAMPLE = 1 << 16;

  private LineCount() {}

  static long of(Path file) {
    try (InputStream in = Lines.open(file)) {
      byte[] sample = in.readNBytes(SAMPLE);
      long lines = 0;
      for (byte b : sample) {
        lines += b == '\n' ? 1 : 0;
      }
      return sample.length < SAMPLE ? Math.max(1, lines) : size(file) * lines / SAMPLE;
    } catch (IOException e) {
      return 1;
    }
  }

  /// Size when unpacked; gzip keeps it in the last four bytes (RFC 1952), modulo 2^32.
  private static long size(Path file) throws IOException {
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
      if (raw.read() != 0x1f || raw.read() != 0x8b) {
        return Files.size(file);
      }
      raw.seek(raw.length() - 4);
      return Integer.toUnsignedLong(Integer.reverseBytes(raw.readInt()));
    }
  }
}
