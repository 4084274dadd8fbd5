package org.aboveboard.server.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.Place;
import org.aboveboard.policy.read.ReadPolicy;

/// The numbers that stored rows call purposes by. Each belongs to one purpose for ever: under
/// another's, rows would be used for what nobody agreed to.
record PurposeNumbers(Map<String, Integer> numbers, Map<Integer, String> purposes) {
  PurposeNumbers {
    numbers = Map.copyOf(numbers);
    purposes = Map.copyOf(purposes);
  }

  /// Those of all versions that were ever in force, by the ids of the purposes.
  static PurposeNumbers of(Map<String, Integer> numbers) {
    Map<Integer, String> purposes = new HashMap<>();
    numbers.forEach((id, number) -> purposes.put(number, id));
    return new PurposeNumbers(numbers, purposes);
  }

  /// Where a policy calls a purpose by another number than before, or by another's.
  List<Fault> faults(ReadPolicy read) {
    List<Fault> faults = new ArrayList<>();
    for (Purpose purpose : read.policy().purposes()) {
      String file = "purposes/" + purpose.id() + ".yaml";
      Place place = read.places().of(file, "number");
      what(purpose)
          .ifPresent(what -> faults.add(new Fault(file, place.line(), what, cure(purpose))));
    }
    return faults;
  }

  private Optional<String> what(Purpose purpose) {
    int number = purpose.number();
    if (numbers.getOrDefault(purpose.id(), number) != number) {
      return Optional.of("Its stored rows call it by another number.");
    }
    return Optional.ofNullable(purposes.get(number))
        .filter(owner -> !owner.equals(purpose.id()))
        .map(owner -> "The number is that of '" + owner + "', whose rows may still be stored.");
  }

  private String cure(Purpose purpose) {
    int free = purposes.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
    return "Write 'number: " + numbers.getOrDefault(purpose.id(), free) + "'.";
  }
}
