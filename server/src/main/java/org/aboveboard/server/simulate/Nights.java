package org.aboveboard.server.simulate;

import org.aboveboard.server.House;

/// The nights of a house whose days are made to pass.
public record Nights(House house, Days days) {
  /// How many minutes of a day are looked at; after these nothing changes until the next day.
  private static final int MINUTES = 8;

  /// Ends the day and begins the next: what has run out is deleted, the day is measured, and what
  /// follows is turned up or down, once a minute as ever.
  public void pass() {
    days.nextDay();
    house.retain().run();
    house.monitors().tick();
    house.loops().tick();
    for (int minute = 0; minute < MINUTES; minute++) {
      days.nextMinute();
      house.corrections().look();
    }
  }
}
