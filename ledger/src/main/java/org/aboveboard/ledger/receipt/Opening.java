package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Base64Text;

/// What an entry of the ledger says: kind, time and body, with the nonce that ties the body to the
/// entry.
///
/// It is personal: whoever holds it can read the body. It prints only the names of the fields.
///
/// @param previous what a chained commitment comes after
/// @param inner the one statement that is shown of an entry that stands for many
public record Opening(
    String kind,
    Instant at,
    Optional<Commitment> previous,
    Nonce nonce,
    Canonical body,
    Optional<Inner> inner) {
  /// The first line.
  public static final String HEADER = "aboveboard-receipt@v1";

  public Opening {
    if (!Canonical.isKey(kind)) {
      throw new IllegalArgumentException("a kind is one word");
    }
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /// What reading a text found.
  public sealed interface Reading {}

  /// The text is this opening.
  public record Read(Opening opening) implements Reading {}

  /// The text is no opening; the reason names the line.
  public record Unreadable(String reason) implements Reading {}

  public static Opening of(String kind, Instant at, Nonce nonce, Canonical body) {
    return new Opening(kind, at, Optional.empty(), nonce, body, Optional.empty());
  }

  /// The same, chained to what it comes after.
  public Opening after(Commitment before) {
    return new Opening(kind, at, Optional.of(before), nonce, body, inner);
  }

  /// The same, with one of the statements that the entry stands for.
  public Opening showing(Inner one) {
    return new Opening(kind, at, previous, nonce, body, Optional.of(one));
  }

  public static Reading read(byte[] bytes) {
    return OpeningLines.read(bytes);
  }

  public Commitment commitment() {
    return previous
        .map(before -> Commitment.to(before, body.bytes(), nonce))
        .orElseGet(() -> Commitment.to(body.bytes(), nonce));
  }

  /// The entry that this opens, at its place in the ledger.
  public Entry entry(long index) {
    return new Entry(index, kind, at, commitment());
  }

  /// The body that the reader is after: that of the one statement, or else of the entry.
  public Canonical shown() {
    return inner.map(Inner::body).orElse(body);
  }

  /// Whether the one statement is among those that the entry stands for.
  Verdict verifyInner() {
    return inner.map(one -> one.verify(body)).orElseGet(Verdict.Verified::new);
  }

  public String text() {
    var text = new StringBuilder(HEADER + "\n");
    text.append("kind ").append(kind).append("\nat ").append(at).append('\n');
    previous.ifPresent(before -> line(text, "previous", before.hash().bytes()));
    line(text, "nonce", nonce.bytes());
    line(text, "body", body.bytes());
    inner.ifPresent(one -> {
      text.append("place ").append(one.place()).append('\n');
      one.path().forEach(hash -> line(text, "path", hash.bytes()));
      line(text, "nonce", one.nonce().bytes());
      line(text, "body", one.body().bytes());
    });
    return text.toString();
  }

  byte[] bytes() {
    return text().getBytes(US_ASCII);
  }

  private static void line(StringBuilder text, String name, byte[] bytes) {
    text.append(name).append(' ').append(Base64Text.write(bytes)).append('\n');
  }
}
