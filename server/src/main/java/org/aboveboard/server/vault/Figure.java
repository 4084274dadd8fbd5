package org.aboveboard.server.vault;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How many people answered what, as it was published: drawn once, with its noise, and shown again
/// ever after.
///
/// @param quarter whose budget it was paid from
/// @param counts by the id of the answer; nothing where fewer people than `smallest` answered so,
///   or where with this noise it could not be told
/// @param people how many people are known here, with noise
/// @param entry of the journal that says it was published
public record Figure(
    String quarter,
    String segment,
    Map<String, OptionalLong> counts,
    long people,
    int smallest,
    long entry,
    Instant at) {
  private static final int WHOLE = 100;

  public Figure {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /// Of a hundred people who are known here, how many answered at the least: what is not shown is
  /// not in it, so that nothing can be reckoned back. Nothing where no count is shown.
  public OptionalInt coverage() {
    long shown = counts.values().stream().flatMapToLong(OptionalLong::stream).sum();
    return shown == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(Math.min(WHOLE, WHOLE * shown / Math.max(shown, people))));
  }
}
