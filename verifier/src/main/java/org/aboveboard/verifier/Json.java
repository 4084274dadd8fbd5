package org.aboveboard.verifier;

import java.util.Map;

/// One value of the JSON that an extract may hold: objects, text, whole numbers, true and false.
sealed interface Json {
  /// An object; each name comes once.
  record Fields(Map<String, Json> byName) implements Json {
    public Fields {
      byName = Map.copyOf(byName);
    }
  }

  record Text(String text) implements Json {}

  record Whole(long number) implements Json {}

  record Flag(boolean flag) implements Json {}
}
