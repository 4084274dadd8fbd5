package org.aboveboard.policy.read;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.aboveboard.policy.Spoken.say;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aboveboard.policy.FieldPath;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Text;

/// One block of keys being read; what is wrong is noted and a harmless value goes on.
///
/// Whoever reads it asks for each key it knows and then calls [#done], which refuses the rest.
final class Reading {

  /// Where a file says which warnings stand in it, and why.
  static final String ACCEPTED = "accepted";

  /// Of a reason why a warning is accepted.
  private static final int FEWEST_WORDS = 3;

  private final String file;
  private final int line;
  private final Readers readers;
  private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  Reading(String file, Yaml.Block block, Readers readers) {
    this.file = file;
    this.line = block.line();
    this.readers = readers;
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

  /// The file it is in.
  String name() {
    return file;
  }

  /// Its keys, in the file's order.
  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  boolean isBlock(String key) {
    return has(key) && requireNonNull(entries.get(key)).value() instanceof Yaml.Block;
  }

  void fault(String key, String what, String cure) {
    readers.faults().add(place(key), what, cure);
  }

  /// Faults a key that never belongs here, and does not offer it as one of those that do.
  void refuse(String key, String what, String cure) {
    if (entries.containsKey(key)) {
      fault(key, what, cure);
      refused.add(key);
    }
  }

  /// A text on one line; runs of white space become one blank.
  String text(String key) {
    return value(key, say("Write up to 400 plain signs after '%s:'.", key), Scalars::text, "?");
  }

  /// Where somebody can be written to.
  String email(String key) {
    return value(key, "Write an address, such as privacy@harbour.example.", Scalars::email, "?");
  }

  /// Where somebody can be read about.
  String website(String key) {
    return value(
        key, "Write a page's address, such as https://www.harbour.example.", Scalars::website, "?");
  }

  /// A text that is one of these.
  String oneOf(String key, Set<String> words) {
    var cure = "Write one of: " + String.join(", ", words.stream().sorted().toList()) + ".";
    return value(key, cure, text -> Scalars.text(text).filter(words::contains), "?");
  }

  /// The id of a thing declared elsewhere.
  String link(String key, Kind kind) {
    var known = readers.links().known(kind);
    var cure =
        known.isEmpty()
            ? say("Write the id of a %s of %s after '%s:'.", kind.word(), kind.folder(), key)
            : say("Write one of: %s.", String.join(", ", known));
    var id = value(key, cure, Scalars::text, "?");
    if (!id.equals("?")) {
      readers.links().link(kind, id, place(key));
    }
    return id;
  }

  /// Says that a key names a thing that is declared elsewhere.
  void linkTo(Kind kind, String id, String key) {
    readers.links().link(kind, id, place(key));
  }

  /// Refuses a name, written at a key, that no thing can have.
  void refuseUnlessId(String id, String key) {
    if (!PolicyFolder.isId(id)) {
      fault(key, say("'%s' is not an id.", id), "Write small letters, digits and single hyphens.");
    }
  }

  /// An Ed25519 public key, in base64 of its X.509 form.
  String publicKey(String key) {
    return value(
        key, "Write what './aboveboard approve --new-key' printed.", Scalars::publicKey, "?");
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
    var cure =
        "Write a length of time from a day to 100 years in years, months and days, such as"
            + " P90D, P13M or P1Y; weeks are not taken.";
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
    found.addAll(listOf(key, type));
    return found;
  }

  /// A list of constants in the order in which they stand; an absent key is an empty list.
  <E extends Enum<E>> List<E> listOf(String key, Class<E> type) {
    var found = new ArrayList<E>();
    for (var item : items(key)) {
      Scalars.word(item, type)
          .ifPresentOrElse(found::add, () -> wrong(key, item, Scalars.choices(type)));
    }
    return found;
  }

  /// A list of whole numbers, each once; an absent key is an empty list.
  List<Integer> wholeNumbers(String key, int least, int most) {
    var cure = say("Write whole numbers from %d to %d.", least, most);
    var found = new ArrayList<Integer>();
    for (var item : items(key)) {
      Scalars.wholeNumber(item, least, most)
          .ifPresentOrElse(found::add, () -> wrong(key, item, cure));
    }
    return found;
  }

  /// A list of countries by their ISO 3166 codes.
  List<String> countries(String key) {
    var found = new ArrayList<String>();
    for (var item : items(key)) {
      Scalars.country(item)
          .ifPresentOrElse(
              found::add, () -> wrong(key, item, "Write a country's two letters, such as IE."));
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

  /// The same, each of a form.
  List<String> texts(String key, Pattern form, String cure) {
    var found = new ArrayList<String>();
    for (var item : items(key)) {
      Scalars.text(item)
          .filter(text -> form.matcher(text).matches())
          .ifPresentOrElse(found::add, () -> wrong(key, item, cure));
    }
    return found;
  }

  /// A list of ids of things declared elsewhere; an absent key is an empty list.
  List<String> links(String key, Kind kind) {
    var items = items(key);
    items.forEach(item -> readers.links().link(kind, item.value(), new Place(file, item.line())));
    return items.stream().map(Yaml.Text::value).toList();
  }

  /// A block within this one; with a fault and empty, where it is missing.
  Reading block(String key) {
    if (!has(key)) {
      missing(key, say("Add '%s:' with its keys below it, further in.", key));
    }
    // What is missing is one fault; that its keys are missing too is not said again.
    return optionalBlock(key).orElseGet(() -> readers.nothing(file));
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

  /// The blocks below a key, each under the id of a thing declared elsewhere.
  Map<String, Reading> linkedBlocks(String key, Kind kind) {
    var block = block(key);
    block.entries.keySet().forEach(id -> readers.links().link(kind, id, block.place(id)));
    return block.blocks();
  }

  /// The texts below a key, by their own keys.
  Map<String, String> textsByKey(String key) {
    var found = new LinkedHashMap<String, String>();
    optionalBlock(key)
        .ifPresent(block -> block.entries.keySet().forEach(k -> found.put(k, block.text(k))));
    return found;
  }

  /// Words in every language the policy speaks; in a policy of one language, a plain text.
  Text words(String key) {
    if (has(key) && requireNonNull(entries.get(key)).value() instanceof Yaml.Block block) {
      var inner = new Reading(file, block, readers);
      return readers.languages().isEmpty() ? inner.inAny() : spoken(key, inner);
    }
    if (readers.languages().size() < 2) {
      return Text.of(readers.languages().stream().findFirst().orElse(Language.EN), letters(key));
    }
    var cure =
        say("The policy speaks several: write it as '%s: {%s}'.", key, codes(": ..., ") + ": ...");
    if (has(key)) {
      fault(key, say("'%s' is written in one language.", key), cure);
    } else {
      missing(key, cure);
    }
    return Text.of(readers.languages().getFirst(), "?");
  }

  /// Words in whichever languages stand here, where it is a fault elsewhere that nobody knows which
  /// must.
  private Text inAny() {
    entries.keySet().forEach(this::text);
    return Text.of(Language.EN, "?");
  }

  private Text spoken(String key, Reading block) {
    var words = new EnumMap<Language, String>(Language.class);
    for (var language : readers.languages()) {
      if (block.has(language.code())) {
        words.put(language, block.letters(language.code()));
      } else {
        fault(
            key,
            say("'%s' lacks the language '%s'.", key, language.code()),
            "Write it in every language of organisation.yaml: " + codes(", ") + ".");
      }
    }
    for (var code : block.entries.keySet()) {
      if (!block.known.contains(code)) {
        block.fault(
            code,
            say("The policy does not speak '%s'.", code),
            "Write words that hold a comma in quotation marks; or add the language in organisation.yaml.");
      }
    }
    var first = readers.languages().getFirst();
    words.putIfAbsent(first, "?");
    return new Text(first, words);
  }

  /// A text without tags, in letters of the languages we speak: others look like them and are none.
  private String letters(String key) {
    var text = text(key);
    if (Scalars.isMarkup(text)) {
      fault(key, say("'%s' holds a tag or a sign of a page's code.", key), "Write plain words.");
    }
    Scalars.foreignLetter(text)
        .ifPresent(letter ->
            fault(
                key,
                say("'%s' holds the letter %s.", key, letter),
                "Write it in Latin letters; this one may only look like one."));
    return text;
  }

  private String codes(String between) {
    return readers.languages().stream().map(Language::code).collect(joining(between));
  }

  LocalDate date(String key) {
    return value(key, "Write a day, such as 2026-11-24.", Scalars::date, LocalDate.EPOCH);
  }

  /// A country by its ISO 3166 code.
  String country(String key) {
    return value(key, "Write a country's two letters, such as IE.", Scalars::country, "?");
  }

  /// Which warnings are accepted in this file, and why.
  Map<String, String> accepted() {
    var reasons = textsByKey(ACCEPTED);
    for (var rule : reasons.entrySet()) {
      if (rule.getValue().split(" ", -1).length < FEWEST_WORDS) {
        optionalBlock(ACCEPTED)
            .ifPresent(block ->
                block.fault(
                    rule.getKey(),
                    say("The reason '%s' says nothing.", rule.getValue()),
                    "Write in three words at least why this may stay as it is."));
      }
    }
    return reasons;
  }

  /// Refuses the keys nobody asked for.
  void done() {
    for (var key : entries.keySet()) {
      if (!known.contains(key) && !refused.contains(key)) {
        var words = String.join(", ", known.stream().sorted().toList());
        var unfair = Unfair.of(key);
        fault(
            key,
            unfair
                .map(rule -> say("'%s' is a setting that does not exist. %s", key, rule.why()))
                .orElse(say("'%s' is not a known key here.", key)),
            unfair.isPresent() ? "Remove the line." : "Known keys: " + words + ".");
      }
    }
  }

  private Optional<Reading> inner(Yaml.Entry entry) {
    if (entry.value() instanceof Yaml.Block block) {
      return Optional.of(new Reading(file, block, readers));
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
    var hidden = Scalars.hidden(text.value());
    if (hidden.isPresent()) {
      fault(
          text.line(),
          say("'%s' holds a sign that nobody sees: %s.", key, HiddenSign.name(hidden.get())),
          "Type the words anew; what is copied from elsewhere can bring such signs along.");
    } else {
      fault(text.line(), say("'%s' cannot be '%s'.", key, Scalars.shown(text.value(), 40)), cure);
    }
  }

  private void fault(int at, String what, String cure) {
    readers.faults().add(new Place(file, at), what, cure);
  }
}
