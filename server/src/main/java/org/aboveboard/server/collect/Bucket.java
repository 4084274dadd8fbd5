package org.aboveboard.server.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A token bucket: it fills at a steady rate up to its size, and each message takes a token.
///
/// A request is let in while one token is left, and may then draw the bucket below zero: so a batch
/// larger than the bucket is late, never impossible.
final class Bucket {
  private final double perSecond;
  private final double size;
  private double tokens;
  private Instant filled;

  Bucket(double perSecond, double size, Instant now) {
    this.perSecond = perSecond;
    this.size = size;
    this.tokens = size;
    this.filled = now;
  }

  /// Takes the tokens, or says how long to wait for them.
  synchronized Optional<Duration> take(int messages, Instant now) {
    fill(now);
    if (tokens < 1) {
      return Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) / perSecond * 1000)));
    }
    tokens -= messages;
    return Optional.empty();
  }

  private void fill(Instant now) {
    if (now.isAfter(filled)) {
      double seconds = Duration.between(filled, now).toNanos() / 1e9;
      tokens = Math.min(size, tokens + seconds * perSecond);
      filled = now;
    }
  }
}
