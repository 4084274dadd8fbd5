package org.aboveboard.verifier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;

/// The members of one line's object, taken out by name and kind.
record Members(Map<String, Json> byName) {
  /// The members of an object that has no other names than these.
  static Members of(Json.Fields fields, Set<String> known) throws Unreadable {
    var unknown = new TreeSet<>(fields.byName().keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new Unreadable(
          "nobody here knows the field " + quoted(unknown.first()),
          "Use the verifier of the release that wrote the file, or leave the field out.");
    }
    return new Members(fields.byName());
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  long count(String name) throws Unreadable {
    if (byName.get(name) instanceof Json.Whole(var number) && number >= 0) {
      return number;
    }
    throw needs(name, "a whole number, 0 or more");
  }

  String text(String name) throws Unreadable {
    if (byName.get(name) instanceof Json.Text(var text)) {
      return text;
    }
    throw needs(name, "a text");
  }

  /// What the reader makes of the member's text.
  <T> T read(String name, String what, Function<String, Optional<T>> reader) throws Unreadable {
    var read = reader.apply(text(name));
    if (read.isEmpty()) {
      throw needs(name, what);
    }
    return read.get();
  }

  /// The member's canonical bytes, as they were committed to.
  byte[] canonical(String name) throws Unreadable {
    if (!(byName.get(name) instanceof Json.Fields fields)) {
      throw needs(name, "an object");
    }
    var values = new TreeMap<String, Value>();
    for (var field : fields.byName().entrySet()) {
      values.put(field.getKey(), value(field.getValue()));
    }
    try {
      return Canonical.of(values).bytes();
    } catch (IllegalArgumentException e) {
      throw new Unreadable(
          quoted(name) + " has no canonical form: " + e.getMessage(), "Export the file again.");
    }
  }

  private static Value value(Json json) throws Unreadable {
    return switch (json) {
      case Json.Text(var text) -> new Value.Text(text);
      case Json.Whole(var number) -> new Value.Whole(number);
      case Json.Flag(var flag) -> new Value.Flag(flag);
      case Json.Fields _ -> throw new Unreadable("a body is flat", "Export the file again.");
    };
  }

  private static Unreadable needs(String name, String what) {
    return new Unreadable(quoted(name) + " must be " + what, "Export the file again.");
  }

  /// A name from the file, cut short and without anything that could pretend to be our words.
  private static String quoted(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
    return '"' + plain.substring(0, Math.min(40, plain.length())) + '"';
  }
}
