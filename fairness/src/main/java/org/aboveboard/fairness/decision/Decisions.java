package org.aboveboard.fairness.decision;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.fairness.Figure;
import org.aboveboard.fairness.Floor;

/// How decisions came out in each group.
public record Decisions(NavigableMap<String, Confusion> byGroup) {
  public Decisions {
    byGroup = Collections.unmodifiableNavigableMap(new TreeMap<>(byGroup));
  }

  public static Decisions of(Map<String, Confusion> byGroup) {
    return new Decisions(new TreeMap<>(byGroup));
  }

  /// Counts outcomes, one for each person.
  public static Decisions count(Stream<Outcome> outcomes) {
    var counts = new TreeMap<String, Confusion>();
    outcomes.forEach(outcome ->
        counts.merge(
            outcome.group(), Confusion.of(outcome.predicted(), outcome.actual()), Confusion::plus));
    return new Decisions(counts);
  }

  /// These decisions without the groups that the floor withholds.
  public Decisions above(Floor floor) {
    var shown = new TreeSet<>(byGroup.keySet());
    shown.removeAll(floor.withheld(people()));
    return only(shown);
  }

  public Confusion overall() {
    return byGroup.values().stream().reduce(Confusion.NOTHING, Confusion::plus);
  }

  public Selections selections() {
    var selections = new TreeMap<String, Selection>();
    byGroup.forEach((group, confusion) -> selections.put(group, confusion.selection()));
    return new Selections(selections);
  }

  /// The highest rate of a group less the lowest.
  public Figure difference(Rate rate) {
    return across(rate).difference();
  }

  /// The lowest rate of a group over the highest.
  public Figure ratio(Rate rate) {
    return across(rate).ratio();
  }

  /// The measures that the field has names for.
  public Parity parity() {
    return new Parity(this);
  }

  /// One side against the other, each made of these groups.
  public Contrast contrast(Collection<String> unprivileged, Collection<String> privileged) {
    return Contrast.of(this, unprivileged, privileged);
  }

  Decisions only(Set<String> groups) {
    var only = new TreeMap<>(byGroup);
    only.keySet().retainAll(groups);
    return new Decisions(only);
  }

  NavigableMap<String, Long> people() {
    var people = new TreeMap<String, Long>();
    byGroup.forEach((group, confusion) -> people.put(group, confusion.people()));
    return people;
  }

  private Across across(Rate rate) {
    return new Across(byGroup.values().stream().map(rate::of).toList());
  }
}
