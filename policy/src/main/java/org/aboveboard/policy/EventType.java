package org.aboveboard.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of event the organisation declared it receives, and what of it may be kept.
///
/// @param type the protocol's kind of message, such as `track`
/// @param names the names of that kind it covers; empty covers every name
/// @param item where the item's id is; absent for events that are not about an item
/// @param signal the id of the signal it feeds, if learning uses it
/// @param category what the act itself tells about a person
/// @param purposes the ids of the purposes that need the act itself
public record EventType(
    String id,
    Text label,
    String type,
    Set<String> names,
    Optional<FieldPath> item,
    Optional<String> signal,
    String category,
    Set<String> purposes,
    List<Field> fields) {

  /// The protocol's kinds of message that carry a subject's act or traits.
  public static final Set<String> TYPES =
      Set.of("track", "page", "screen", "identify", "group", "alias");

  public EventType {
    names = Set.copyOf(names);
    purposes = Set.copyOf(purposes);
    fields = fields.stream().sorted(Comparator.comparing(Field::name)).toList();
  }

  /// The same event as far as these of its purposes want it.
  public EventType wantedBy(Predicate<String> these) {
    Set<String> left = purposes.stream().filter(these).collect(Collectors.toUnmodifiableSet());
    return new EventType(id, label, type, names, item, signal, category, left, fields);
  }

  /// The keys under which it is found: its kind, or its kind and each of its names.
  public Stream<String> keys() {
    return names.isEmpty() ? Stream.of(type) : names.stream().map(name -> key(type, name));
  }

  static String key(String type, String name) {
    return type + '\n' + name;
  }
}
