package org.aboveboard.server.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.Place;
import org.aboveboard.policy.read.ReadPolicy;
import org.jdbi.v3.core.Handle;

/// The numbers that stored rows call purposes by. Each belongs to one purpose for ever: under
/// another's, rows would be used for what nobody agreed to.
record PurposeNumbers(Map<String, Integer> numbers, Map<Integer, String> purposes) {

  /// Those of all versions that were ever in force.
  static PurposeNumbers of(Handle handle) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Integer, String> purposes = new HashMap<>();
    handle
        .createQuery("select id, number from declared where kind = 'purpose'")
        .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(entry -> {
          numbers.put(entry.getKey(), entry.getValue());
          purposes.put(entry.getValue(), entry.getKey());
        });
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

  /// Gives the purposes of a policy their numbers for good.
  static void keep(Handle handle, Policy policy) {
    policy
        .purposes()
        .forEach(purpose ->
            handle.execute(
                "insert into declared (kind, id, number) values ('purpose', ?, ?)"
                    + " on conflict do nothing",
                purpose.id(),
                purpose.number()));
  }
}
