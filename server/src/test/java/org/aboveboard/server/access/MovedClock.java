package org.aboveboard.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
public final class MovedClock implements InstantSource {
  private Instant now;

  public MovedClock(String now) {
    this.now = Instant.parse(now);
  }

  public void move(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
