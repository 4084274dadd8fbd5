package org.aboveboard.server.key;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The rows in which wrapped keys lie, as a roll sees them.
///
/// Whoever wraps a key, or notes an erasure, reads the newest epoch and commits while holding the
/// hold that [#settle] and [#fence] wait for. So after `settle` nobody's key arrives under an epoch
/// that was not the newest then.
public interface WrappedKeys {
  /// Does the work, unless another node or thread does such work. What the work commits is
  /// committed then and there.
  <T> Optional<T> alone(Supplier<T> work);

  /// Waits until everybody has committed who may have read the newest epoch before now.
  void settle();

  /// The next keys under one of these epochs, by their subjects' numbers.
  List<WrappedKey> under(Collection<Integer> epochs, long after, int most);

  /// Replaces wrapped keys, each if it is still what it was; answers how many were.
  ///
  /// @param before what lay there, in the order of `anew`
  int replace(List<WrappedKey> before, List<WrappedKey> anew);

  /// Counts the keys under one of these epochs; with none left, does the work before anybody can
  /// wrap again.
  long fence(Collection<Integer> epochs, Runnable work);
}
