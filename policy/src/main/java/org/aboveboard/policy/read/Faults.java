package org.aboveboard.policy.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found so far, so that all of them can be told at once.
final class Faults {

  private static final Comparator<Fault> IN_FOLDER_ORDER =
      Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::what);

  private static final int LONGEST = 400;

  private final List<Fault> faults = new ArrayList<>();

  /// Notes a fault; what it quotes from the file cannot forge other lines.
  void add(Place place, String what, String cure) {
    var file = Scalars.shown(place.file(), LONGEST);
    faults.add(
        new Fault(file, place.line(), Scalars.shown(what, LONGEST), Scalars.shown(cure, LONGEST)));
  }

  int count() {
    return faults.size();
  }

  void throwIfAny() throws PolicyFaults {
    if (!faults.isEmpty()) {
      throw new PolicyFaults(faults.stream().distinct().sorted(IN_FOLDER_ORDER).toList());
    }
  }
}
