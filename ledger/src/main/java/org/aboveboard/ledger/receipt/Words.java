package org.aboveboard.ledger.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Base64Text;

/// Lines of `name value`, taken one after the other.
final class Words {
  private final List<String> lines;
  private int at;

  /// What a line lacks to be what it must be.
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(String what) {
      super(what, null, false, false);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  Words(String text, String header) throws Fault {
    if (!text.startsWith(header + "\n") || !text.endsWith("\n")) {
      throw new Fault("its first line is not " + header + ", or its last line does not end");
    }
    lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    at = 1;
  }

  boolean hasMore() {
    return at < lines.size();
  }

  boolean isNext(String name) {
    return hasMore() && lines.get(at).startsWith(name + " ");
  }

  /// What the reader makes of the next line, which must have this name.
  <T> T take(String name, String what, Function<String, Optional<T>> reader) throws Fault {
    if (!isNext(name)) {
      throw new Fault("its line " + (at + 1) + " is not \"" + name + "\"");
    }
    var read = reader.apply(lines.get(at).substring(name.length() + 1));
    at++;
    return read.orElseThrow(() -> new Fault("its line " + at + ": " + name + " is not " + what));
  }

  Hash hash(String name) throws Fault {
    return take(name, "base64 of 32 bytes", text -> Base64Text.read(text).flatMap(Hash::of));
  }

  Canonical body() throws Fault {
    return take("body", "base64 of a canonical record", Words::record);
  }

  Instant time(String name) throws Fault {
    return take(name, "a UTC time such as 2026-01-02T03:04:05Z", Words::instant);
  }

  private static Optional<Canonical> record(String text) {
    return Base64Text.read(text)
        .flatMap(bytes ->
            switch (Canonical.read(bytes)) {
              case Canonical.Read(var record) -> Optional.of(record);
              case Canonical.Unreadable _ -> Optional.empty();
            });
  }

  private static Optional<Instant> instant(String text) {
    try {
      var time = Instant.parse(text);
      return Optional.of(time)
          .filter(at -> at.truncatedTo(ChronoUnit.SECONDS).toString().equals(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
