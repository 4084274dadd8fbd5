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
    private final Optional<Commitment> previous;
    private final Nonce nonce;
    private final byte[] body;

    private Opened(Entry entry, Members members) throws Unreadable {
      this.entry = entry;
      previous =
          members.has("previous")
              ? Optional.of(new Commitment(members.read("previous", DIGITS, Hash::ofHex)))
              : Optional.empty();
      nonce = members.read("nonce", DIGITS, Nonce::ofHex);
      body = members.canonical("body");
    }

    @Override
    public Entry entry() {
      return entry;
    }

    Verdict open() {
      var commitment = entry.commitment();
      return previous
          .map(before -> commitment.open(before, nonce, body))
          .orElseGet(() -> commitment.open(nonce, body));
    }
  }

  Set<String> NAMES = Set.of("index", "kind", "at", "commitment", "previous", "nonce", "body");

  String DIGITS = "64 lower-case hexadecimal digits";

  static Line read(Json.Fields fields) throws Unreadable {
    var members = Members.of(fields, NAMES);
    var entry = entry(members);
    if (members.has("nonce") != members.has("body")) {
      throw new Unreadable(
          "\"nonce\" and \"body\" come together or not at all",
          "Export the entry with both, or sealed without either.");
    }
    if (members.has("previous") && !members.has("body")) {
      throw new Unreadable(
          "\"previous\" comes with \"nonce\" and \"body\"",
          "Export the entry with all three, or sealed without any.");
    }
    if (!members.has("body")) {
      return new Sealed(entry);
    }
    return new Opened(entry, members);
  }

  private static Entry entry(Members members) throws Unreadable {
    var hash = members.read("commitment", DIGITS, Hash::ofHex);
    return new Entry(
        members.count("index"),
        members.read("kind", "one word", kind -> Optional.of(kind).filter(Canonical::isKey)),
        members.read("at", "a UTC time such as 2026-01-02T03:04:05Z", Line::time),
        new Commitment(hash));
  }

  /// The time, where it is written in the one way in which an entry writes it.
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(at -> at.truncatedTo(ChronoUnit.SECONDS).toString().equals(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
