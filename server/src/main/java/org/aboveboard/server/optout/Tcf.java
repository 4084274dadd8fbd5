package org.aboveboard.server.optout;

import java.util.HashSet;
import java.util.Set;

/// What consent strings say of the purposes of the Transparency and Consent Framework.
public sealed interface Tcf {
  /// No string came, which is neither a yes nor a no.
  record Silent() implements Tcf {}

  /// It was read.
  ///
  /// @param consented numbers of the purposes with consent; every other is without
  /// @param conflicts those that one string has and another has not
  record Said(Set<Integer> consented, Set<Integer> conflicts) implements Tcf {
    public Said {
      consented = Set.copyOf(consented);
      conflicts = Set.copyOf(conflicts);
    }
  }

  /// It could not be read, so no purpose has consent.
  record Closed() implements Tcf {}

  static Tcf said(Set<Integer> consented) {
    return new Said(consented, Set.of());
  }

  /// Whether a use that needs all of these purposes is without consent to one of them.
  default boolean lacksAny(Set<Integer> purposes) {
    return purposes.stream().anyMatch(this::lacks);
  }

  private boolean lacks(int purpose) {
    return switch (this) {
      case Silent _ -> false;
      case Said(Set<Integer> consented, _) -> !consented.contains(purpose);
      case Closed _ -> true;
    };
  }

  /// The numbers that were said yes and no to at once.
  default Set<Integer> disputed() {
    return this instanceof Said(_, Set<Integer> conflicts) ? conflicts : Set.of();
  }

  /// Both together: only what both consent to has consent.
  default Tcf and(Tcf other) {
    return switch (this) {
      case Silent _ -> other;
      case Closed _ -> this;
      case Said said ->
          switch (other) {
            case Silent _ -> this;
            case Closed _ -> other;
            case Said more -> both(said, more);
          };
    };
  }

  private static Tcf both(Said one, Said other) {
    Set<Integer> consented = new HashSet<>(one.consented);
    consented.retainAll(other.consented);
    Set<Integer> conflicts = new HashSet<>(one.consented);
    conflicts.addAll(other.consented);
    conflicts.removeAll(consented);
    conflicts.addAll(one.conflicts);
    conflicts.addAll(other.conflicts);
    return new Said(consented, conflicts);
  }
}
