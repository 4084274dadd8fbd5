package org.aboveboard.server.optout;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the `ADPC` header says of the questions it was asked.
///
/// A consent in it gives nothing. It only spares its own question from `withdraw=*`, since there
/// what is said of one goes before what is said of all.
///
/// @param withdrawn ids of questions, or `*`
/// @param objected what is objected to, such as `direct-marketing`, or `*`
/// @param consented ids of questions; noted, and never a yes
/// @param conflicts ids that were withdrawn and consented to at once
public record Adpc(
    Set<String> withdrawn, Set<String> objected, Set<String> consented, Set<String> conflicts) {
  static final String ALL = "*";

  /// No header came.
  static final Adpc SILENT = new Adpc(Set.of(), Set.of(), Set.of(), Set.of());

  /// It said no to everything it can say no to.
  static final Adpc CLOSED = new Adpc(Set.of(ALL), Set.of(ALL), Set.of(), Set.of());

  public Adpc {
    withdrawn = Set.copyOf(withdrawn);
    objected = Set.copyOf(objected);
    consented = Set.copyOf(consented);
    conflicts = Set.copyOf(conflicts);
  }

  static Adpc said(Set<String> withdrawn, Set<String> objected, Set<String> consented) {
    return new Adpc(
        withdrawn,
        objected,
        consented.stream().filter(id -> !id.equals(ALL)).collect(Collectors.toSet()),
        consented.stream()
            .filter(id -> !id.equals(ALL) && withdrawn.contains(id))
            .collect(Collectors.toSet()));
  }

  /// Whether it takes back the answer to this question, or to an earlier wording of it.
  public boolean withdraws(Question question) {
    return withdrawn.stream().anyMatch(id -> Question.purposeOf(id).equals(question.purpose()))
        || (withdrawn.contains(ALL) && !consented.contains(question.id()));
  }

  public boolean objectsTo(String what) {
    return objected.contains(ALL) || objected.stream().anyMatch(what::equalsIgnoreCase);
  }

  /// Both together: every no of either, and only what both consent to spares.
  Adpc and(Adpc other) {
    if (equals(SILENT)) {
      return other;
    }
    return other.equals(SILENT)
        ? this
        : new Adpc(
            union(withdrawn, other.withdrawn),
            union(objected, other.objected),
            consented.stream().filter(other.consented::contains).collect(Collectors.toSet()),
            union(conflicts, other.conflicts));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// Prints no id of a stranger.
  @Override
  public String toString() {
    return "Adpc";
  }
}
