package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aboveboard.ledger.Hash;

/// How far a log has come: whose log, how many entries, and the root over them
/// (c2sp.org/tlog-checkpoint).
///
/// The text of the signed note is three lines. Further lines are passed over on reading, since not
/// all signatures cover them, and never written.
public record Checkpoint(String origin, long size, Hash root) {
  /// The most bytes of an origin that a cosignature can name.
  public static final int MAX_ORIGIN = 255;

  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

  public Checkpoint {
    if (!isOrigin(origin)) {
      throw new IllegalArgumentException("an origin is one line of 1 to 255 bytes");
    }
    if (size < 0) {
      throw new IllegalArgumentException("a size is 0 or more");
    }
  }

  /// What reading a checkpoint found.
  public sealed interface Reading {}

  /// The text is this checkpoint.
  public record Read(Checkpoint checkpoint) implements Reading {}

  /// The text is not a checkpoint.
  public record Unreadable(String reason) implements Reading {}

  /// Reads a note's text.
  public static Reading parse(String text) {
    if (!NoteText.isText(text)) {
      return new Unreadable(
          "the checkpoint does not end in a newline or holds a control character");
    }
    var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < 3 || lines.contains("")) {
      return new Unreadable("the checkpoint has fewer than three lines, or an empty one");
    }
    return parse(lines.get(0), lines.get(1), lines.get(2));
  }

  private static Reading parse(String origin, String digits, String base64) {
    if (!isOrigin(origin)) {
      return new Unreadable("the checkpoint's origin is longer than " + MAX_ORIGIN + " bytes");
    }
    var size = size(digits);
    if (size.isEmpty()) {
      return new Unreadable("the checkpoint's size is not a plain number");
    }
    var root = Base64Text.read(base64).flatMap(Hash::of);
    return root.isPresent()
        ? new Read(new Checkpoint(origin, size.get(), root.get()))
        : new Unreadable("the checkpoint's root is not base64 of 32 bytes");
  }

  /// The number without leading zeros, or nothing for any other text and beyond 2^63 - 1.
  public static Optional<Long> size(String digits) {
    try {
      return SIZE.matcher(digits).matches()
          ? Optional.of(Long.parseLong(digits))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The text that is signed.
  public String text() {
    return origin + "\n" + size + "\n" + Base64Text.write(root.bytes()) + "\n";
  }

  private static boolean isOrigin(String origin) {
    return !origin.isEmpty()
        && !origin.contains("\n")
        && NoteText.isClean(origin)
        && origin.getBytes(UTF_8).length <= MAX_ORIGIN;
  }
}
