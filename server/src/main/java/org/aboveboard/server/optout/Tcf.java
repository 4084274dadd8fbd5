package org.aboveboard.server.optout;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// What consent strings say of the purposes of the Transparency and Consent Framework.
public sealed interface Tcf {
  /// No string came, which is neither a yes nor a no.
  record Silent() implements Tcf {}

  /// It was read.
  ///
  /// @param consented numbers of the purposes with consent; every other is without
  /// @param interests those with a legitimate interest that nobody objected to
  /// @param conflicts those that one string has and another has not
  record Said(Set<Integer> consented, Set<Integer> interests, Set<Integer> conflicts)
      implements Tcf {
    public Said {
      consented = Set.copyOf(consented);
      interests = Set.copyOf(interests);
      conflicts = Set.copyOf(conflicts);
    }
  }

  /// It could not be read, so no purpose has consent or an interest.
  record Closed() implements Tcf {}

  static Tcf said(Set<Integer> consented, Set<Integer> interests) {
    return new Said(consented, interests, Set.of());
  }

  /// Whether a use that needs all of these purposes is without consent to one of them.
  default boolean lacksConsent(Set<Integer> purposes) {
    return switch (this) {
      case Silent _ -> false;
      case Said said -> !said.consented.containsAll(purposes);
      case Closed _ -> !purposes.isEmpty();
    };
  }

  /// Whether a use that is an interest of ours in all of these purposes is objected to in one.
  default boolean lacksInterest(Set<Integer> purposes) {
    return switch (this) {
      case Silent _ -> false;
      case Said said -> !said.interests.containsAll(purposes);
      case Closed _ -> !purposes.isEmpty();
    };
  }

  /// The numbers that were said yes and no to at once.
  default Set<Integer> disputed() {
    return this instanceof Said said ? said.conflicts : Set.of();
  }

  /// Both together: only what both have is left.
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
    Set<Integer> conflicts = new HashSet<>(one.conflicts);
    conflicts.addAll(other.conflicts);
    return new Said(
        shared(one.consented, other.consented, conflicts),
        shared(one.interests, other.interests, conflicts),
        conflicts);
  }

  /// What is in both; what is in one alone is a conflict.
  private static Set<Integer> shared(Set<Integer> one, Set<Integer> other, Set<Integer> conflicts) {
    Set<Integer> shared = new HashSet<>(one);
    shared.retainAll(other);
    Stream.concat(one.stream(), other.stream())
        .filter(purpose -> !shared.contains(purpose))
        .forEach(conflicts::add);
    return shared;
  }
}
