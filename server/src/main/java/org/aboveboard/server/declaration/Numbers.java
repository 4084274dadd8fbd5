package org.aboveboard.server.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Both ways between what a policy declares and the stable numbers of it.
final class Numbers<T> {
  private final Map<String, Short> numbers;
  private final Map<Short, Optional<T>> declared = new HashMap<>();

  Numbers(List<T> things, Function<T, String> id, Map<String, Short> numbers) {
    this.numbers = Map.copyOf(numbers);
    things.forEach(thing -> declared.put(number(id.apply(thing)), Optional.of(thing)));
  }

  short number(String id) {
    Short number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("not declared: " + id);
    }
    return number;
  }

  /// What has this number, if the policy still declares it.
  Optional<T> find(short number) {
    return declared.getOrDefault(number, Optional.empty());
  }
}
