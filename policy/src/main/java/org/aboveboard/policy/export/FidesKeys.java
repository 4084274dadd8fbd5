package org.aboveboard.policy.export;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Aliases;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Use;

/// What things of a policy are called in a manifest.
///
/// Our own terms hang below the nearest one of the default vocabulary, the first that the policy
/// names as an alias. Each begins with `our-`, which no default term does, so that none can take
/// the place of one.
record FidesKeys(Policy policy) {
  static final String OUR = "our-";
  static final String SERVER = OUR + "server";
  static final String PERSON = OUR + "person";
  static final String PROHIBITIONS = OUR + "prohibitions";

  static final String EVENT = "event-";
  static final String SURFACE = "surface-";
  static final String VENDOR = "vendor-";

  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_<>-]+([.][a-zA-Z0-9_<>-]+)*");
  private static final String EVERYTHING_PERSONAL = "user";

  /// The term of the default vocabulary that is nearest to something.
  static Optional<String> nearest(Aliases aliases) {
    return aliases.fideslang().stream().findFirst().filter(key -> KEY.matcher(key).matches());
  }

  String category(Category category) {
    return parent(category) + "." + OUR + category.id();
  }

  String category(String id) {
    return policy.category(id).map(this::category).orElse(EVERYTHING_PERSONAL + "." + OUR + id);
  }

  /// What a category hangs below: its alias, else the wider category, else all that is personal.
  String parent(Category category) {
    return nearest(category.aliases())
        .or(() -> category.parent().flatMap(policy::category).map(this::category))
        .orElse(EVERYTHING_PERSONAL);
  }

  String purpose(Purpose purpose) {
    return nearest(purpose.aliases()).map(parent -> parent + ".").orElse("") + OUR + purpose.id();
  }

  /// One use of a purpose's data, as a narrower term. Collecting is the purpose itself: what is not
  /// collected is used for nothing.
  String use(Purpose purpose, Use use) {
    return use == Use.COLLECT ? purpose(purpose) : purpose(purpose) + "." + OUR + Spoken.word(use);
  }

  /// The key of a dataset or a system says what it is, so that no two are the same.
  static String event(String id) {
    return EVENT + id;
  }

  static String surface(String id) {
    return SURFACE + id;
  }

  static String vendor(String id) {
    return VENDOR + id;
  }

  /// The key of whatever a term hangs below, if anything.
  static Optional<String> above(String key) {
    var dot = key.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(key.substring(0, dot));
  }

  /// The last part of a key.
  static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /// Whether a key is another one or a narrower term of it.
  static boolean isWithin(String key, String wider) {
    return key.equals(wider) || key.startsWith(wider + ".");
  }

  /// The id of the thing of ours that a key names.
  static Optional<String> ours(String key) {
    return Stream.of(last(key))
        .filter(part -> part.startsWith(OUR))
        .map(part -> part.substring(OUR.length()))
        .findFirst();
  }
}
