package org.aboveboard.ledger.witness;

import java.io.IOException;

/// What a witness never forgets: the newest checkpoint it cosigned of each log.
public interface Memory {
  /// What it has seen of the log with this origin.
  Seen latest(String origin) throws IOException;

  /// Puts `next` in the place of `before`, or changes nothing and says no where another request was
  /// faster. A yes is given only after `next` outlasts a loss of power.
  boolean replace(String origin, Seen before, Seen.Latest next) throws IOException;
}
