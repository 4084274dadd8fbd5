package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The names things call each other by, checked once all files have been read.
final class Links {

  private record Link(Kind kind, String id, Place place) {}

  private final Faults faults = new Faults();
  private final Map<Kind, Set<String>> declared = new EnumMap<>(Kind.class);
  private final List<Link> links = new ArrayList<>();
  private final Set<Kind> lost = EnumSet.noneOf(Kind.class);

  Faults faults() {
    return faults;
  }

  /// There is a thing of that name, even if its file has faults.
  void declare(Kind kind, String id) {
    declared.computeIfAbsent(kind, _ -> new TreeSet<>()).add(id);
  }

  /// A file names a thing, wherever that is declared.
  void link(Kind kind, String id, Place place) {
    links.add(new Link(kind, id, place));
  }

  /// Not all things of a kind could be read, which is a fault of its own: nobody can say which
  /// names of them lead nowhere.
  void lose(Kind kind) {
    lost.add(kind);
  }

  boolean isLost(Kind kind) {
    return lost.contains(kind);
  }

  /// Those of a kind that were read so far.
  Set<String> known(Kind kind) {
    return declared.getOrDefault(kind, Set.of());
  }

  /// Finds the names that lead nowhere.
  void check() {
    for (var link : links) {
      var known = known(link.kind());
      if (!known.contains(link.id()) && !isLost(link.kind())) {
        faults.add(
            link.place(),
            say("There is no %s '%s'.", link.kind().word(), link.id()),
            cure(link, known));
      }
    }
  }

  private static String cure(Link link, Set<String> known) {
    var where =
        link.kind() == Kind.ROLE
            ? "Add it to roles.yaml"
            : say("Add %s/%s.yaml", link.kind().folder(), link.id());
    return known.isEmpty()
        ? where + "."
        : where + ", or name one of: " + String.join(", ", known) + ".";
  }
}
