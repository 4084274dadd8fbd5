package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// What is said about treating people alike, held against what it names, once all has been read.
final class Watchings {
  private static final Set<Use> OF_A_SEGMENT = EnumSet.of(Use.COLLECT, Use.AUDIT, Use.EXPLAIN);

  private final Faults faults;
  private final Places places;

  Watchings(Readers readers) {
    this.faults = readers.faults();
    this.places = readers.places();
  }

  void check(Declared declared) {
    var oversight = declared.oversight();
    oversight.segments().forEach(one -> check(one, declared));
    oversight.experiments().forEach(one -> check(one, declared));
    declared.surfaces().forEach(one -> check(one, declared));
  }

  /// People answer of their own will, and what they answer is of use for nothing but comparing.
  private void check(Segment segment, Declared declared) {
    find(declared.purposes(), Purpose::id, segment.purpose())
        .filter(purpose ->
            purpose.basis() != Basis.CONSENT || !OF_A_SEGMENT.containsAll(purpose.uses()))
        .ifPresent(purpose ->
            fault(
                Kind.SEGMENT,
                segment.id(),
                say("The purpose '%s' is not for volunteers and comparing alone.", purpose.id()),
                "Name a purpose with 'basis: consent' and no uses but collect, audit and explain.",
                "purpose"));
  }

  private void check(Experiment experiment, Declared declared) {
    find(declared.surfaces(), Surface::id, experiment.surface())
        .filter(surface -> !surface.purposes().contains(experiment.purpose()))
        .ifPresent(surface ->
            fault(
                Kind.EXPERIMENT,
                experiment.id(),
                say("'%s' is not shown for '%s'.", surface.id(), experiment.purpose()),
                "Name a purpose of the surface: nobody is in it without a yes to that.",
                "purpose"));
  }

  private void check(Surface surface, Declared declared) {
    surface.showing().correct().ifPresent(correct -> check(surface, correct, declared));
    surface
        .showing()
        .atLeast()
        .ifPresent(least ->
            find(declared.oversight().groups(), Groups::id, least.groups())
                .filter(groups -> !groups.values().keySet().containsAll(least.shares().keySet()))
                .ifPresent(groups ->
                    fault(
                        Kind.SURFACE,
                        surface.id(),
                        say("A share is for a group that '%s' has not.", groups.id()),
                        "Name its values: " + String.join(", ", groups.values().keySet()) + ".",
                        "atLeast",
                        "shares")));
  }

  /// A surface corrects what is watched on it, and only what is shown can be corrected.
  private void check(Surface surface, Correction correct, Declared declared) {
    find(declared.oversight().monitors(), Monitor::id, correct.monitor())
        .filter(monitor -> !monitor.surface().equals(surface.id()) || !isOfGroups(monitor))
        .ifPresent(monitor ->
            fault(
                Kind.SURFACE,
                surface.id(),
                say("'%s' does not watch groups of providers on this surface.", monitor.id()),
                "Name a monitor of this surface with 'watches: {groups: ...}'.",
                "correct",
                "monitor"));
  }

  private static boolean isOfGroups(Monitor monitor) {
    return switch (monitor.watches()) {
      case Monitor.Watches.OfGroups _ -> true;
      case Monitor.Watches.OfSegment _ -> false;
    };
  }

  private void fault(Kind kind, String id, String what, String cure, String... path) {
    faults.add(places.of(kind.file(id), path), what, cure);
  }

  private static <T> Optional<T> find(List<T> things, Function<T, String> id, String wanted) {
    return things.stream().filter(thing -> id.apply(thing).equals(wanted)).findFirst();
  }
}
