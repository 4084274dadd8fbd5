package org.aboveboard.policy.diff;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.aboveboard.policy.Declared;

/// What things are called: in the newer version where both have them, in English where it is
/// spoken.
final class Labels {
  private final Map<Part, Map<String, String>> labels = new EnumMap<>(Part.class);

  Labels(Declared before, Declared after) {
    add(before);
    add(after);
  }

  /// The label of a thing, with its id where another thing is called the same; its id if it has
  /// none.
  String of(Part part, String id) {
    var all = labels.getOrDefault(part, Map.of());
    var label = all.getOrDefault(id, id);
    var called = all.values().stream().filter(label::equals).count();
    return called > 1 ? label + " (" + id + ")" : label;
  }

  private void add(Declared declared) {
    declared.purposes().forEach(one -> add(Part.PURPOSE, one.id(), Spelled.text(one.label())));
    declared.events().forEach(one -> add(Part.EVENT, one.id(), Spelled.text(one.label())));
    declared.surfaces().forEach(one -> add(Part.SURFACE, one.id(), Spelled.text(one.label())));
    declared.categories().forEach(one -> add(Part.CATEGORY, one.id(), Spelled.text(one.label())));
    declared.models().forEach(one -> add(Part.MODEL, one.id(), Spelled.text(one.label())));
    declared.vendors().forEach(one -> add(Part.VENDOR, one.id(), Spelled.text(one.label())));
    declared
        .prohibitions()
        .forEach(one -> add(Part.PROHIBITION, one.id(), Spelled.text(one.label())));
    declared
        .assessments()
        .forEach(one -> add(Part.ASSESSMENT, one.id(), Spelled.text(one.label())));
    var oversight = declared.oversight();
    oversight.segments().forEach(one -> add(Part.SEGMENT, one.id(), Spelled.text(one.label())));
    oversight.groups().forEach(one -> add(Part.GROUPS, one.id(), Spelled.text(one.label())));
    oversight.monitors().forEach(one -> add(Part.MONITOR, one.id(), one.id()));
    oversight
        .experiments()
        .forEach(one -> add(Part.EXPERIMENT, one.id(), Spelled.text(one.label())));
    declared.roles().forEach(one -> add(Part.ROLE, one.id(), Spelled.text(one.label())));
    declared.people().forEach(one -> add(Part.PERSON, one.id(), one.name()));
  }

  private void add(Part part, String id, String label) {
    labels.computeIfAbsent(part, _ -> new HashMap<>()).put(id, label);
  }
}
