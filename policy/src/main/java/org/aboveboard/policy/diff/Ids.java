package org.aboveboard.policy.diff;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Sets of ids held against each other, in the order of the alphabet.
final class Ids {
  private Ids() {}

  static Set<String> union(Collection<String> one, Collection<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  static Set<String> common(Collection<String> one, Collection<String> other) {
    var both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  static Set<String> without(Collection<String> some, Collection<String> others) {
    var left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }
}
