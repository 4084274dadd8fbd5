package org.aboveboard.server.key;

/// How far a roll has come; a stop after any of them is made good by the next roll.
public enum Step {
  /// the next epoch is made
  MADE,
  /// nobody wraps under an older one any more
  SETTLED,
  /// some people's keys are wrapped anew
  BATCH,
  /// nobody's key is left under an older epoch
  EMPTIED,
  /// the old epoch's file has lost its name
  RENAMED,
  /// its bytes are overwritten
  OVERWRITTEN,
  /// it is noted that they are
  NOTED,
  /// its file is gone
  UNLINKED,
  /// whoever asked has been told
  TOLD,
  /// the erasures that nothing can undo any more are forgotten
  PRUNED,
  /// nothing is left to do
  ENDED
}
