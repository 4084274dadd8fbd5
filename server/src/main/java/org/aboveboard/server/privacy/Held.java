package org.aboveboard.server.privacy;

import java.util.List;

/// What is held of one category of data.
///
/// @param until the day the last of it is erased, or why it may not be earlier
public record Held(String category, long count, String usedFor, String until, List<String> latest) {
  public Held {
    latest = List.copyOf(latest);
  }
}
