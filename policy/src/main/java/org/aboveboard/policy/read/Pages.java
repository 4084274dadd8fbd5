package org.aboveboard.policy.read;

import java.util.Optional;
import java.util.SortedMap;

/// The files of a policy, wherever they lie: in a folder, or one behind the other in its canonical
/// text.
interface Pages {

  /// The one file of that name, or nothing and a fault.
  Optional<Reading> required(String name);

  /// The one file of that name, if it is there.
  Optional<Reading> optional(String name);

  /// The things of one kind by id.
  SortedMap<String, Reading> things(Kind kind);
}
