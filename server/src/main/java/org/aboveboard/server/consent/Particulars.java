package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;
import org.aboveboard.policy.Personal;

/// What surrounded a decision: what exactly was seen, where, in which order, and how it was made.
///
/// @param surface where the question stood; empty where none was asked
/// @param promptId the single-use id of the showing that was answered; empty where none was
/// @param promptDigest of the prompt as it was rendered; empty where none was
/// @param agreed the digest of what had been agreed to before, which the prompt compared itself to
/// @param order the answers in the order they stood, those of both layers
/// @param layer of the prompt, 1 or 2, in which it was answered; empty where none was
/// @param served when the prompt was shown; the epoch where none was
/// @param evidence for an import: what it rests on; for a contradiction: the signal's name
@Personal
public record Particulars(
    String surface,
    String language,
    String promptId,
    String promptDigest,
    String policyDigest,
    String agreed,
    String order,
    String layer,
    Instant served,
    String method,
    String origin,
    String evidence) {
  /// What a decision is sealed as.
  public static final String THING = "consent";

  /// A decision that answered no prompt.
  static Particulars unprompted(How how, String policyDigest, String evidence) {
    return new Particulars(
        "",
        "",
        "",
        "",
        policyDigest,
        "",
        "",
        "",
        Instant.EPOCH,
        how.method(),
        how.origin(),
        evidence);
  }

  /// @param runs what pseudonyms in runs of training follow from, where it is a yes
  byte[] bytes(String about, String said, Optional<String> runs) {
    Map<String, Value> all = new HashMap<>();
    all.put("purpose", new Value.Text(about));
    all.put("said", new Value.Text(said));
    all.put("surface", new Value.Text(surface));
    all.put("language", new Value.Text(language));
    all.put("promptId", new Value.Text(promptId));
    all.put("promptDigest", new Value.Text(promptDigest));
    all.put("policyDigest", new Value.Text(policyDigest));
    all.put("agreed", new Value.Text(agreed));
    all.put("order", new Value.Text(order));
    all.put("layer", new Value.Text(layer));
    all.put("served", new Value.Whole(served.toEpochMilli()));
    all.put("method", new Value.Text(method));
    all.put("origin", new Value.Text(origin));
    all.put("evidence", new Value.Text(evidence));
    runs.ifPresent(secret -> all.put("runs", new Value.Text(secret)));
    return Canonical.of(all).bytes();
  }

  static Particulars read(byte[] bytes) {
    return switch (Canonical.read(bytes)) {
      case Canonical.Read(Canonical record) ->
          new Particulars(
              text(record, "surface"),
              text(record, "language"),
              text(record, "promptId"),
              text(record, "promptDigest"),
              text(record, "policyDigest"),
              text(record, "agreed"),
              text(record, "order"),
              text(record, "layer"),
              Instant.ofEpochMilli(whole(record, "served")),
              text(record, "method"),
              text(record, "origin"),
              text(record, "evidence"));
      case Canonical.Unreadable(String reason) ->
          throw new IllegalStateException("A consent record does not read: " + reason);
    };
  }

  /// A field's text; a record of an earlier release has fewer fields.
  private static String text(Canonical record, String field) {
    return record.field(field).filter(Value.Text.class::isInstance).isPresent()
            && record.field(field).orElseThrow() instanceof Value.Text(String text)
        ? text
        : "";
  }

  private static long whole(Canonical record, String field) {
    return record.field(field).orElseThrow() instanceof Value.Whole(long number) ? number : 0;
  }

  @Override
  public String toString() {
    return "Particulars";
  }
}
