package org.aboveboard.server.declaration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Both ways between declared ids and their stable numbers.
final class Numbers {
  private final Map<String, Short> numbers;
  private final Map<Short, String> ids = new HashMap<>();

  Numbers(Map<String, Short> numbers) {
    this.numbers = Map.copyOf(numbers);
    numbers.forEach((id, number) -> ids.put(number, id));
  }

  short number(String id) {
    Short number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("not declared: " + id);
    }
    return number;
  }

  Optional<String> id(short number) {
    return Optional.ofNullable(ids.get(number));
  }
}
