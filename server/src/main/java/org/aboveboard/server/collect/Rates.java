package org.aboveboard.server.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How fast each key may send: one [Bucket] per key that is known, never per name a stranger makes
/// up.
final class Rates {
  private final double perSecond;
  private final double burst;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  Rates(double perSecond, double burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /// Empty where the messages may come in, else how long to wait.
  Optional<Duration> take(String keyId, int messages, Instant now) {
    return buckets
        .computeIfAbsent(keyId, _ -> new Bucket(perSecond, burst, now))
        .take(messages, now);
  }
}
