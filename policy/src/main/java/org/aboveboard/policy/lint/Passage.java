package org.aboveboard.policy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.read.Kind;

/// Declared words, and where they stand.
///
/// @param path the keys that lead to them in the file
/// @param role what they are to whoever reads them
record Passage(String file, List<String> path, Text text, Role role) {
  private static final String LABEL = "label";

  /// What words are to whoever reads them.
  enum Role {
    /// What a purpose is called.
    NAME,
    /// What the yes of a question says.
    ACT,
    /// What happens on a no, where people may say one.
    IF_NO,
    /// Any other words.
    TEXT
  }

  Passage {
    path = List.copyOf(path);
  }

  private static Passage of(Kind kind, String id, Text text, String... path) {
    return new Passage(kind.file(id), List.of(path), text, Role.TEXT);
  }

  private static Passage of(Purpose purpose, Role role, Text text, String key) {
    return new Passage(Kind.PURPOSE.file(purpose.id()), List.of(key), text, role);
  }

  /// The words of all purposes, and the names of what they take in and hand on.
  static List<Passage> allOf(Policy policy) {
    return Stream.concat(
            policy.purposes().stream().flatMap(purpose -> of(purpose).stream()), around(policy))
        .toList();
  }

  /// The words of a purpose's own file.
  static List<Passage> of(Purpose purpose) {
    var words = new ArrayList<Passage>();
    words.add(of(purpose, Role.NAME, purpose.label(), LABEL));
    words.add(of(Kind.PURPOSE, purpose.id(), purpose.sentence(), "sentence"));
    purpose.act().ifPresent(act -> words.add(of(purpose, Role.ACT, act, "act")));
    words.add(of(purpose, canRefuse(purpose) ? Role.IF_NO : Role.TEXT, purpose.ifNo(), "ifNo"));
    purpose
        .data()
        .forEach(need ->
            words.add(
                of(
                    Kind.PURPOSE,
                    purpose.id(),
                    need.because(),
                    "data",
                    need.category(),
                    "because")));
    return words;
  }

  /// Whether people may say no to it: an order cannot be sent without being kept.
  private static boolean canRefuse(Purpose purpose) {
    return switch (purpose.basis()) {
      case CONSENT, LEGITIMATE_INTEREST -> true;
      case CONTRACT, LEGAL_OBLIGATION -> false;
    };
  }

  private static Stream<Passage> around(Policy policy) {
    var categories = all(policy, purpose -> purpose.data().stream().map(n -> n.category()));
    var signals = all(policy, purpose -> purpose.signals().stream());
    var vendors = all(policy, purpose -> purpose.recipients().stream());
    return Stream.of(
            policy.categories().stream()
                .filter(category -> categories.contains(category.id()))
                .map(Passage::label),
            policy.events().stream()
                .filter(event -> event.signal().filter(signals::contains).isPresent())
                .map(Passage::label),
            policy.declared().vendors().stream()
                .filter(vendor -> vendors.contains(vendor.id()))
                .flatMap(Passage::words))
        .flatMap(words -> words);
  }

  private static Set<String> all(Policy policy, Function<Purpose, Stream<String>> ids) {
    return policy.purposes().stream().flatMap(ids).collect(Collectors.toUnmodifiableSet());
  }

  private static Passage label(Category category) {
    return of(Kind.CATEGORY, category.id(), category.label(), LABEL);
  }

  private static Passage label(EventType event) {
    return of(Kind.EVENT, event.id(), event.label(), LABEL);
  }

  private static Stream<Passage> words(Vendor vendor) {
    return Stream.of(
        of(Kind.VENDOR, vendor.id(), vendor.label(), LABEL),
        of(Kind.VENDOR, vendor.id(), vendor.why(), "why"));
  }

  /// Whether it is what a purpose is called.
  boolean isName() {
    return role == Role.NAME;
  }

  /// Whether it is what the yes of a question says.
  boolean isAct() {
    return role == Role.ACT;
  }
}
