package org.aboveboard.server.optout;

/// One id that was said yes and no to in one request: the no stands, and is kept as a conflict.
///
/// @param id as the carrier calls it
public record Conflict(Carrier which, String id) {

  /// Prints no word of a stranger.
  @Override
  public String toString() {
    return "Conflict[" + which + "]";
  }
}
