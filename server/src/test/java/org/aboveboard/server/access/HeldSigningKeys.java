package org.aboveboard.server.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Signing keys in memory, for tests that need no database.
final class HeldSigningKeys implements SigningShelf {
  private final List<SigningKey> keys = new ArrayList<>();
  private int reads;

  int reads() {
    return reads;
  }

  List<SigningKey> all() {
    return keys;
  }

  @Override
  public List<SigningKey> live(Instant now) {
    reads++;
    return keys.stream()
        .filter(key -> key.retires().isAfter(now))
        .sorted(Comparator.comparing(SigningKey::created).reversed())
        .toList();
  }

  @Override
  public void add(SigningKey key) {
    keys.add(key);
  }
}
