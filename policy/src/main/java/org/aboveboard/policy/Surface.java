package org.aboveboard.policy;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A place where personalization appears, and what it shows when it may not.
///
/// @param purposes ids in the order they are preferred
/// @param signals the ids of those it may be made from; absent, all that its purpose has
/// @param window how far back the popular fallback looks
/// @param promptSlot whether there is a place to ask in
/// @param critical whether a person is in the middle of something here, so that nothing is asked
/// @param length how many items it shows
/// @param showing what is done to its lists after the model has ranked them
public record Surface(
    String id,
    Text label,
    List<String> purposes,
    Optional<Set<String>> signals,
    Fallback fallback,
    Period window,
    boolean promptSlot,
    boolean critical,
    int length,
    Showing showing) {
  public Surface {
    purposes = List.copyOf(purposes);
    signals = signals.map(Set::copyOf);
  }

  /// The window of a surface that needs none.
  public static final Period NO_WINDOW = Period.ZERO;

  /// Whether a question may appear here.
  public boolean canAsk() {
    return promptSlot && !critical;
  }

  /// Whether it may be made from a signal.
  boolean takes(String signal) {
    return signals.map(some -> some.contains(signal)).orElse(true);
  }
}
