package org.aboveboard.server.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A token bucket: it fills at a steady rate up to its size, and each message takes a token.
///
/// All that is held is the moment at which it will be full again, so time is exact (the generic
/// cell rate algorithm, ITU-T I.371). A request is let in while one token is left, and may then
/// draw more than there are: so a batch larger than the bucket is late, never impossible.
final class Bucket {
  private final Duration perMessage;
  private final Duration mostMissing;
  private Instant fullAt;

  Bucket(double perSecond, double size, Instant now) {
    this.perMessage = Duration.ofNanos(Math.max(1, Math.round(1e9 / perSecond)));
    this.mostMissing = perMessage.multipliedBy(Math.round(size) - 1);
    this.fullAt = now;
  }

  /// Takes the tokens, or says how long to wait for them.
  synchronized Optional<Duration> take(int messages, Instant now) {
    Instant from = fullAt.isAfter(now) ? fullAt : now;
    Duration missing = Duration.between(now, from);
    if (missing.compareTo(mostMissing) > 0) {
      return Optional.of(missing.minus(mostMissing));
    }
    fullAt = from.plus(perMessage.multipliedBy(messages));
    return Optional.empty();
  }
}
