package org.aboveboard.server.alarm;

/// Why there is an alarm.
///
/// @param id the same for as long as it is the same thing: its kind, a colon, its name
/// @param what in words for staff
public record Cause(String id, String what) {
  public Cause {
    if (id.indexOf(':') < 1) {
      throw new IllegalArgumentException("a cause has a kind, a colon and a name, not: " + id);
    }
  }
}
