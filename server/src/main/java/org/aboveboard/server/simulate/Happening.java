package org.aboveboard.server.simulate;

/// What happens to the shop while it is simulated.
public sealed interface Happening {
  /// Nothing but day after day.
  record Nothing() implements Happening {}

  /// A part of town stops consenting.
  ///
  /// @param segment which part
  /// @param round before which round
  /// @param share how many of them
  record Stops(String segment, int round, double share) implements Happening {}

  /// A burst of new accounts that all act on one item.
  ///
  /// @param round before which round
  /// @param accounts how many
  /// @param fillers on how many well-known items each of them acts besides, so as to look like
  ///   people
  record Pushes(int round, int accounts, int fillers) implements Happening {}

  /// Another policy takes over.
  ///
  /// @param round before which round
  /// @param policy its folder, or the name of one that came with Aboveboard
  record Changes(int round, String policy) implements Happening {}
}
