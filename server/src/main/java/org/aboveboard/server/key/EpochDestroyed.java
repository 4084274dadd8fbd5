package org.aboveboard.server.key;

import java.time.Instant;
import java.util.List;

/// Who is told that an epoch is no more.
@FunctionalInterface
public interface EpochDestroyed {
  /// An epoch's key is gone from the folder, and with it whatever copies are left of what these
  /// people were sealed under. After a stop the same epoch may be told again, then perhaps without
  /// the people: what was told first holds.
  void tell(int epoch, Instant at, List<Erased> everywhere);
}
