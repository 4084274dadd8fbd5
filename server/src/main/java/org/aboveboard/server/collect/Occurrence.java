package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a message happened, by our clock.
///
/// A sender stamps the message with its own clock and, when it sends, stamps the request with the
/// same clock. The difference of the two is right even where that clock is wrong, so `occurred =
/// receivedAt − (sentAt − timestamp)`. What would then lie up to a day ahead of us is now; what
/// lies further ahead is refused.
final class Occurrence {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int LONGEST_STAMP = 40;

  private Occurrence() {}

  static Optional<Fault> fault(JsonNode message, Optional<Instant> sentAt, Instant receivedAt) {
    if (isStamped(message) && stamp(message).isEmpty()) {
      return Optional.of(
          new Fault(
              "The timestamp is no date and time.",
              "Send ISO 8601, such as 2026-11-23T15:41:11Z."));
    }
    Instant corrected = corrected(message, sentAt, receivedAt);
    if (corrected.isBefore(EARLIEST)) {
      return Optional.of(
          new Fault("The timestamp lies before the year 2000.", "Set the sender's clock."));
    }
    return corrected.isAfter(receivedAt.plus(AHEAD))
        ? Optional.of(
            new Fault("The timestamp lies more than a day ahead.", "Set the sender's clock."))
        : Optional.empty();
  }

  static Instant at(JsonNode message, Optional<Instant> sentAt, Instant receivedAt) {
    Instant corrected = corrected(message, sentAt, receivedAt);
    return corrected.isAfter(receivedAt) ? receivedAt : corrected;
  }

  private static Instant corrected(JsonNode message, Optional<Instant> sentAt, Instant receivedAt) {
    return stamp(message)
        .map(stamp -> sentAt.map(sent -> shifted(stamp, sent, receivedAt)).orElse(stamp))
        .orElse(receivedAt);
  }

  /// The instant in this field, where it holds one.
  static Optional<Instant> instant(JsonNode message, String field) {
    String text = message.path(field).asText("");
    if (text.isEmpty() || text.length() > LONGEST_STAMP || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean isStamped(JsonNode message) {
    return message.hasNonNull("originalTimestamp") || message.hasNonNull("timestamp");
  }

  private static Optional<Instant> stamp(JsonNode message) {
    return message.hasNonNull("originalTimestamp")
        ? instant(message, "originalTimestamp")
        : instant(message, "timestamp");
  }

  private static Instant shifted(Instant stamp, Instant sent, Instant received) {
    return received.minus(Duration.between(stamp, sent));
  }

  private static Instant parsed(String text) {
    return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
        text, OffsetDateTime::from, LocalDateTime::from)) {
      case OffsetDateTime zoned -> zoned.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> throw new DateTimeException("no date and time");
    };
  }
}
