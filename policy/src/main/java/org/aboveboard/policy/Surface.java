package org.aboveboard.policy;

import java.time.Period;
import java.util.List;

/// A place where personalization appears, and what it shows when it may not.
///
/// @param purposes ids in the order they are preferred
/// @param window how far back the popular fallback looks
/// @param promptSlot whether there is a place to ask in
/// @param critical whether a person is in the middle of something here, so that nothing is asked
/// @param length how many items it shows
public record Surface(
    String id,
    String label,
    List<String> purposes,
    Fallback fallback,
    Period window,
    boolean promptSlot,
    boolean critical,
    int length) {
  public Surface {
    purposes = List.copyOf(purposes);
  }

  /// The window of a surface that needs none.
  static final Period NO_WINDOW = Period.ZERO;

  /// Whether a question may appear here.
  public boolean canAsk() {
    return promptSlot && !critical;
  }
}
