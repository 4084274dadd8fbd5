package org.aboveboard.server.collect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The content encodings and character sets that senders use.
final class Encodings {
  private static final Set<String> KNOWN = Set.of("", "identity", "gzip", "x-gzip");
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "utf8", StandardCharsets.UTF_8,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "utf-16", StandardCharsets.UTF_16,
          "utf-16le", StandardCharsets.UTF_16LE,
          "utf-16be", StandardCharsets.UTF_16BE);
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^;\"\\s]*)", Pattern.CASE_INSENSITIVE);

  private Encodings() {}

  static boolean knows(Optional<String> encoding) {
    return KNOWN.contains(encoding.orElse("").strip().toLowerCase(Locale.ROOT));
  }

  /// The declared character set, UTF-8 where none is, empty where we do not know it.
  static Optional<Charset> charset(Optional<String> mediaType) {
    var declared = PARAMETER.matcher(mediaType.orElse(""));
    return declared.find()
        ? Optional.ofNullable(CHARSETS.get(declared.group(1).toLowerCase(Locale.ROOT)))
        : Optional.of(StandardCharsets.UTF_8);
  }

  /// Whether the bytes say so themselves: a header may be lost or left over on the way.
  static boolean isGzip(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
  }
}
