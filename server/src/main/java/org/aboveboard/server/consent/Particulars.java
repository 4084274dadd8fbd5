package org.aboveboard.server.consent;

import java.time.Instant;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;
import org.aboveboard.policy.Personal;

/// What surrounded a decision: what exactly was seen, where, in which order, and how it was made.
///
/// @param surface where the question stood; empty where none was asked
/// @param promptDigest of the prompt as it was rendered; empty where none was
/// @param order the answers in the order they stood
/// @param served when the prompt was shown; the epoch where none was
/// @param method how: `prompt`, `privacy-options`, `api`, `signal`, `import`, `demonstration`
/// @param evidence for an import: what it rests on
@Personal
public record Particulars(
    String surface,
    String language,
    String promptDigest,
    String policyDigest,
    String order,
    Instant served,
    String method,
    String evidence) {
  static final String THING = "consent";

  /// A decision that answered no prompt.
  static Particulars unprompted(String method, String policyDigest, String evidence) {
    return new Particulars("", "", "", policyDigest, "", Instant.EPOCH, method, evidence);
  }

  byte[] bytes(String purpose, String said) {
    return Canonical.empty()
        .with("purpose", purpose)
        .with("said", said)
        .with("surface", surface)
        .with("language", language)
        .with("promptDigest", promptDigest)
        .with("policyDigest", policyDigest)
        .with("order", order)
        .with("served", served.toEpochMilli())
        .with("method", method)
        .with("evidence", evidence)
        .bytes();
  }

  static Particulars read(byte[] bytes) {
    return switch (Canonical.read(bytes)) {
      case Canonical.Read(Canonical record) ->
          new Particulars(
              text(record, "surface"),
              text(record, "language"),
              text(record, "promptDigest"),
              text(record, "policyDigest"),
              text(record, "order"),
              Instant.ofEpochMilli(whole(record, "served")),
              text(record, "method"),
              text(record, "evidence"));
      case Canonical.Unreadable(String reason) ->
          throw new IllegalStateException("A consent record does not read: " + reason);
    };
  }

  private static String text(Canonical record, String field) {
    return record.field(field).orElseThrow() instanceof Value.Text(String text) ? text : "";
  }

  private static long whole(Canonical record, String field) {
    return record.field(field).orElseThrow() instanceof Value.Whole(long number) ? number : 0;
  }

  @Override
  public String toString() {
    return "Particulars";
  }
}
