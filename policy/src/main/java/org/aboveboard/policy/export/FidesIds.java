package org.aboveboard.policy.export;

import static java.util.Collections.unmodifiableMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ids that keys of a manifest get in a policy, each its own.
record FidesIds(Map<String, String> byKey) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,7}");
  private static final int LONGEST = 64;

  FidesIds {
    byKey = unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /// Ours keep their own; the others are named by the end of their key, by more of it where two
  /// would be called the same.
  static FidesIds of(Stream<String> keys) {
    return of(keys, FidesKeys::ours);
  }

  /// The same where ours are known by how their keys begin.
  static FidesIds of(Stream<String> keys, String beginning) {
    return of(
        keys,
        key ->
            key.startsWith(beginning)
                ? Optional.of(key.substring(beginning.length()))
                : Optional.empty());
  }

  private static FidesIds of(Stream<String> keys, Function<String, Optional<String>> ours) {
    var found = new LinkedHashMap<String, String>();
    var all = keys.distinct().toList();
    all.forEach(key ->
        ours.apply(key)
            .filter(FidesIds::isId)
            .filter(id -> !found.containsValue(id))
            .ifPresent(id -> found.put(key, id)));
    all.forEach(key -> found.computeIfAbsent(key, _ -> fresh(key, Set.copyOf(found.values()))));
    return new FidesIds(found);
  }

  Optional<String> id(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The ids of those keys that have one, each once.
  List<String> ids(List<String> keys) {
    return keys.stream().flatMap(key -> id(key).stream()).distinct().toList();
  }

  static boolean isId(String text) {
    return text.length() <= LONGEST && ID.matcher(text).matches();
  }

  private static String fresh(String key, Set<String> taken) {
    var parts = List.of(key.split("[.]", -1));
    return Stream.concat(
            Stream.iterate(1, length -> length <= parts.size(), length -> length + 1)
                .map(length -> slug(parts.subList(parts.size() - length, parts.size()))),
            Stream.iterate(2, number -> number + 1).map(number -> slug(parts) + "-" + number))
        .filter(id -> isId(id) && !taken.contains(id))
        .findFirst()
        .orElseThrow();
  }

  static String slug(List<String> parts) {
    var words =
        String.join("-", parts).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    var few = Stream.of(words.split(" ", -1)).limit(6).collect(Collectors.joining("-"));
    var named = few.isEmpty() ? "unnamed" : Character.isDigit(few.charAt(0)) ? "x" + few : few;
    var fitting = named.substring(0, Math.min(named.length(), 48));
    return fitting.endsWith("-") ? fitting.substring(0, fitting.length() - 1) : fitting;
  }
}
