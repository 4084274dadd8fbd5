package org.aboveboard.server.key;

import java.util.List;

/// What came of a roll.
public sealed interface Rolled {
  /// Everybody's key lies under the newest epoch, and the older ones are destroyed.
  record Done(int epoch, long rewrapped, List<Integer> destroyed) implements Rolled {
    public Done {
      destroyed = List.copyOf(destroyed);
    }
  }

  /// Some keys could not be taken along, of people who stand in the erasures file; nothing is
  /// destroyed yet.
  record Left(int epoch, long keys) implements Rolled {}

  /// Another roll is under way.
  record Busy() implements Rolled {}
}
