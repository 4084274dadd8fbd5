package org.aboveboard.policy;

import static java.util.Objects.requireNonNull;
import static org.aboveboard.policy.Spoken.say;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One block of keys being read; what is wrong is noted and a harmless value goes on.
///
/// Whoever reads it asks for each key it knows and then calls [#done], which refuses the rest.
final class Reading {

  private final String file;
  private final int line;
  private final Links links;
  private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  Reading(String file, Yaml.Block block, Links links) {
    this.file = file;
    this.line = block.line();
    this.links = links;
    block.entries().forEach(entry -> entries.put(entry.key(), entry));
  }

  boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  /// Where a key stands, or where the block begins if it does not.
  Place place(String key) {
    var entry = entries.get(key);
    return new Place(file, entry == null ? line : entry.line());
  }

  void fault(String key, String what, String cure) {
    links.faults().add(place(key), what, cure);
  }

  /// A text on one line; runs of white space become one blank.
  String text(String key) {
    return value(key, say("Write up to 400 plain signs after '%s:'.", key), Scalars::text, "?");
  }

  /// The id of a thing declared elsewhere.
  String link(String key, Links.Kind kind) {
    var id = text(key);
    if (!id.equals("?")) {
      links.link(kind, id, place(key));
    }
    return id;
  }

  int wholeNumber(String key, int least, int most) {
    var cure = say("Write a whole number from %d to %d.", least, most);
    return value(key, cure, text -> Scalars.wholeNumber(text, least, most), least);
  }

  double number(String key) {
    return value(key, "Write a number, such as 4 or 3.5.", Scalars::number, 0.0);
  }

  boolean flag(String key) {
    var cure = "Write true or false, without quotation marks.";
    return value(key, cure, Scalars::flag, false);
  }

  boolean flagOr(String key, boolean otherwise) {
    return has(key) ? flag(key) : otherwise;
  }

  /// A length of time longer than nothing.
  Period period(String key) {
    var cure = "Write a length of time from a day to 100 years, such as P90D, P13M or P1Y.";
    return value(key, cure, Scalars::period, Period.ofDays(1));
  }

  Period periodOr(String key, Period otherwise) {
    return has(key) ? period(key) : otherwise;
  }

  FieldPath path(String key) {
    var cure =
        "Write a path from properties, traits or context, such as properties.product_id or"
            + " properties.products[].product_id.";
    return value(key, cure, text -> FieldPath.parse(text.value()), new FieldPath(List.of()));
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
    return value(key, Scalars.choices(type), text -> Scalars.word(text, type), otherwise);
  }

  <E extends Enum<E>> Set<E> someOf(String key, Class<E> type) {
    var found = EnumSet.noneOf(type);
    for (var item : items(key)) {
      Scalars.word(item, type)
          .ifPresentOrElse(found::add, () -> wrong(key, item, Scalars.choices(type)));
    }
    return found;
  }

  /// A list of texts, each once; an absent key is an empty list.
  List<String> texts(String key) {
    var found = new ArrayList<String>();
    for (var item : items(key)) {
      Scalars.text(item)
          .ifPresentOrElse(found::add, () -> wrong(key, item, "Write up to 400 plain signs."));
    }
    return found;
  }

  /// A list of ids of things declared elsewhere; an absent key is an empty list.
  List<String> links(String key, Links.Kind kind) {
    var items = items(key);
    items.forEach(item -> links.link(kind, item.value(), new Place(file, item.line())));
    return items.stream().map(Yaml.Text::value).toList();
  }

  /// A block within this one; with a fault and empty, where it is missing.
  Reading block(String key) {
    if (!has(key)) {
      missing(key, say("Add '%s:' with its keys below it, further in.", key));
    }
    // What is missing is one fault; that its keys are missing too is not said again.
    return optionalBlock(key)
        .orElseGet(() -> new Reading(file, new Yaml.Block(List.of(), line), new Links()));
  }

  /// A block within this one, if it is there.
  Optional<Reading> optionalBlock(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).flatMap(this::inner);
  }

  /// The blocks below a key, by their own keys in the file's order.
  Map<String, Reading> blocks(String key) {
    return optionalBlock(key).map(Reading::blocks).orElse(Map.of());
  }

  /// All keys as blocks, in the file's order.
  Map<String, Reading> blocks() {
    var found = new LinkedHashMap<String, Reading>();
    for (var entry : entries.values()) {
      known.add(entry.key());
      inner(entry).ifPresent(block -> found.put(entry.key(), block));
    }
    return found;
  }

  /// The texts below a key, each under the id of a thing declared elsewhere.
  Map<String, String> linkedTexts(String key, Links.Kind kind) {
    var found = new LinkedHashMap<String, String>();
    if (!has(key)) {
      missing(key, say("Add '%s:' with its keys below it, further in.", key));
    }
    optionalBlock(key)
        .ifPresent(block -> {
          for (var id : block.entries.keySet()) {
            links.link(kind, id, block.place(id));
            found.put(id, block.text(id));
          }
        });
    return found;
  }

  /// Refuses the keys nobody asked for.
  void done() {
    for (var key : entries.keySet()) {
      if (!known.contains(key)) {
        var words = String.join(", ", known.stream().sorted().toList());
        fault(key, say("'%s' is not a known key here.", key), "Known keys: " + words + ".");
      }
    }
  }

  private Optional<Reading> inner(Yaml.Entry entry) {
    if (entry.value() instanceof Yaml.Block block) {
      return Optional.of(new Reading(file, block, links));
    }
    fault(
        entry.key(),
        say("'%s' must have keys below it.", entry.key()),
        "Write its keys on the following lines, further in.");
    return Optional.empty();
  }

  private List<Yaml.Text> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(requireNonNull(entries.get(key)).value() instanceof Yaml.Items list)) {
      fault(key, say("'%s' must be a list.", key), say("Write it as '%s: [...]'.", key));
      return List.of();
    }
    var found = new LinkedHashMap<String, Yaml.Text>();
    for (var item : list.items()) {
      if (!(item instanceof Yaml.Text text)) {
        fault(item.line(), "A list here holds single words.", "Write one word for each item.");
      } else if (found.putIfAbsent(text.value(), text) != null) {
        fault(text.line(), say("'%s' is here twice.", text.value()), "Remove one of the two.");
      }
    }
    return List.copyOf(found.values());
  }

  private <T> T value(
      String key, String cure, Function<Yaml.Text, Optional<T>> parse, T otherwise) {
    if (!has(key)) {
      missing(key, cure);
      return otherwise;
    }
    if (!(requireNonNull(entries.get(key)).value() instanceof Yaml.Text text)) {
      fault(key, say("'%s' must be a single value.", key), cure);
      return otherwise;
    }
    var parsed = parse.apply(text);
    if (parsed.isEmpty()) {
      wrong(key, text, cure);
    }
    return parsed.orElse(otherwise);
  }

  private void missing(String key, String cure) {
    fault(key, say("'%s' is missing.", key), cure);
  }

  private void wrong(String key, Yaml.Text text, String cure) {
    fault(text.line(), say("'%s' cannot be '%s'.", key, Scalars.shown(text.value(), 40)), cure);
  }

  private void fault(int at, String what, String cure) {
    links.faults().add(new Place(file, at), what, cure);
  }
}
