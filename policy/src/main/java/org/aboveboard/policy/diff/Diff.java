package org.aboveboard.policy.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Turn;

/// What is different between two versions of a policy; empty exactly where their digests are equal.
///
/// More is done where more data is used, for more, for longer, by more people, or where something
/// that protects people is weaker; less is the other way round. What is neither, and not only
/// words, counts as more.
///
/// @param changes thing by thing, in the order of [Part]
public record Diff(Policy before, Policy after, List<Change> changes) {
  private static final Comparator<Change> IN_ORDER =
      Comparator.comparing((Change change) -> change.thing().part())
          .thenComparing(change -> change.thing().id());

  public Diff {
    changes = changes.stream().sorted(IN_ORDER).toList();
  }

  /// Compares two versions.
  public static Diff of(Policy before, Policy after) {
    var versions = new Versions(before, after);
    var changes = new ArrayList<Change>();
    new Purposes(versions, changes).compare();
    new Events(versions, changes).compare();
    new Surfaces(versions, changes).compare();
    new Categories(versions, changes).compare();
    new Learning(versions, changes).compare();
    new Vendors(versions, changes).compare();
    new Guards(versions, changes).compare();
    new Overseen(versions, changes).compare();
    new House(versions, changes).compare();
    new Staff(versions, changes).compare();
    new Effects(versions, changes).compare();
    return new Diff(before, after, changes);
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /// The ways it goes, gentlest first.
  public Set<Turn> turns() {
    var turns = EnumSet.noneOf(Turn.class);
    changes.forEach(change -> turns.add(change.turn()));
    return Collections.unmodifiableSet(turns);
  }

  /// The widest way it goes, if anything is different.
  public Optional<Turn> turn() {
    return turns().stream().max(Comparator.naturalOrder());
  }

  /// What follows from it: who must agree, who is asked, what is deleted.
  public Summary summary() {
    return Summary.of(this);
  }
}
