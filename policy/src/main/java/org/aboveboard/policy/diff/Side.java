package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Obligations;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;

/// A purpose as one version declares it.
record Side(Policy policy, Purpose purpose) {
  boolean uses(Use use) {
    return purpose.uses().contains(use);
  }

  Optional<Obligations> open(Use use, Optional<String> place) {
    return policy.atMost(purpose, use, place);
  }

  Set<String> surfaces() {
    return policy.declared().surfacesOf(purpose);
  }

  Set<String> events() {
    return ids(policy.declared().events().stream(), EventType::purposes, EventType::id);
  }

  Set<String> fields() {
    var all = policy.declared().events().stream().flatMap(event -> event.fields().stream());
    return ids(all, Field::purposes, Field::id);
  }

  private <T> Set<String> ids(
      Stream<T> things, Function<T, Set<String>> purposes, Function<T, String> id) {
    return things
        .filter(thing -> purposes.apply(thing).contains(purpose.id()))
        .map(id)
        .collect(toSet());
  }

  boolean isAssessed() {
    Declared declared = policy.declared();
    return declared.assessments().stream()
        .filter(one -> purpose.assessment().filter(one.id()::equals).isPresent())
        .anyMatch(one -> one.clears(purpose));
  }
}
