package org.aboveboard.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The faults found so far, so that all of them can be told at once.
final class Faults {

  private static final Comparator<Fault> IN_FOLDER_ORDER =
      Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::what);

  private final List<Fault> faults = new ArrayList<>();

  void add(Place place, String what, String cure) {
    faults.add(new Fault(place.file(), place.line(), what, cure));
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
