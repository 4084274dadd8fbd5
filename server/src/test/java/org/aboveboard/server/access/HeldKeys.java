package org.aboveboard.server.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Keys in memory, for tests that need no database.
public final class HeldKeys implements KeyShelf {
  private final List<StoredKey> keys = new ArrayList<>();
  private int reads;

  /// The real [Keys] over a shelf of its own, with chance from this seed.
  public static Keys keys(InstantSource clock, long seed) {
    return new Keys(new HeldKeys(), clock, new SplittableRandom(seed));
  }

  int reads() {
    return reads;
  }

  @Override
  public List<StoredKey> live() {
    reads++;
    return List.copyOf(keys);
  }

  @Override
  public void add(StoredKey key, Instant created) {
    if (keys.stream().noneMatch(held -> held.digest().equals(key.digest()))) {
      keys.add(key);
    }
  }

  @Override
  public boolean revoke(String id, Instant at) {
    return keys.removeIf(held -> held.key().id().equals(id));
  }
}
