package org.aboveboard.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Verdict;

/// One entry of an extract: sealed, or with what opens it.
sealed interface Line {
  Entry entry();

  /// An entry whose body is not shown.
  record Sealed(Entry entry) implements Line {}

  /// An entry with the nonce and the body that it is claimed to have committed to.
  final class Opened implements Line {
    private final Entry entry;
    private final Nonce nonce;
    private final byte[] body;

    private Opened(Entry entry, Nonce nonce, byte[] body) {
      this.entry = entry;
      this.nonce = nonce;
      this.body = body;
    }

    @Override
    public Entry entry() {
      return entry;
    }

    Verdict open() {
      return entry.commitment().open(nonce, body);
    }
  }

  Set<String> NAMES = Set.of("index", "kind", "at", "commitment", "nonce", "body");

  static Line read(Json.Fields fields) throws Unreadable {
    var members = Members.of(fields, NAMES);
    var entry = entry(members);
    if (members.has("nonce") != members.has("body")) {
      throw new Unreadable(
          "\"nonce\" and \"body\" come together or not at all",
          "Export the entry with both, or sealed without either.");
    }
    if (!members.has("body")) {
      return new Sealed(entry);
    }
    var nonce = members.read("nonce", "64 lower-case hexadecimal digits", Nonce::ofHex);
    return new Opened(entry, nonce, members.canonical("body"));
  }

  private static Entry entry(Members members) throws Unreadable {
    var hash = members.read("commitment", "64 lower-case hexadecimal digits", Hash::ofHex);
    return new Entry(
        members.count("index"),
        members.read("kind", "one word", kind -> Optional.of(kind).filter(Canonical::isKey)),
        members.read("at", "a UTC time such as 2026-01-02T03:04:05.678Z", Line::time),
        new Commitment(hash));
  }

  /// The time, where it is written in the one way in which an entry writes it.
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(at -> at.truncatedTo(ChronoUnit.MICROS).toString().equals(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
