package org.aboveboard.server.seen;

import java.time.Instant;

/// How often something of a name was noticed, and when for the first and the last time.
public record Sighting(Kind kind, String name, Instant first, Instant last, long count) {
  Sighting and(Sighting other) {
    return new Sighting(
        kind,
        name,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        count + other.count);
  }

  Sighting as(String another) {
    return new Sighting(kind, another, first, last, count);
  }

  Named named() {
    return new Named(kind, name);
  }
}
