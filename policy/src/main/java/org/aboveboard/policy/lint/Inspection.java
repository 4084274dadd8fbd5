package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.policy.read.Place;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.policy.tell.Prompt;

/// A policy that is being looked at, and the day it is.
final class Inspection {
  private static final int SOON = 30;

  private final ReadPolicy read;
  private final LocalDate today;
  private final Set<String> sensitive;
  private final List<Passage> passages;
  private final List<Blemish> blemishes;
  private final List<Asked> asked;

  /// A question that can be put: to nobody yet, in one language.
  record Asked(Purpose purpose, Language language, Prompt prompt) {}

  Inspection(ReadPolicy read, LocalDate today) {
    this.read = read;
    this.today = today;
    this.sensitive =
        policy().categories().stream()
            .filter(Category::isSensitive)
            .map(Category::id)
            .collect(toUnmodifiableSet());
    this.passages = Passage.allOf(policy());
    this.blemishes =
        languages().stream()
            .flatMap(language -> passages.stream().flatMap(words -> Blemish.in(words, language)))
            .toList();
    this.asked = policy().purposes().stream().flatMap(this::asked).toList();
  }

  private Stream<Asked> asked(Purpose purpose) {
    Optional<Surface> slot =
        policy().surfaces().stream().filter(surface -> asks(surface, purpose)).findFirst();
    return languages().stream()
        .flatMap(language ->
            slot.stream()
                .map(surface ->
                    new Asked(
                        purpose,
                        language,
                        Prompt.of(policy(), surface, purpose, Prompt.Reader.of(language)))));
  }

  /// Whether a purpose can be asked about at a surface, be it on or off just now.
  static boolean asks(Surface surface, Purpose purpose) {
    return surface.canAsk() && purpose.isAsked() && surface.purposes().contains(purpose.id());
  }

  Policy policy() {
    return read.policy();
  }

  Declared declared() {
    return policy().declared();
  }

  List<Language> languages() {
    return policy().organisation().languages();
  }

  /// All words that people read when they are asked, or told why they are not.
  List<Passage> passages() {
    return passages;
  }

  /// The words that a rule forbids.
  Stream<Blemish> blemishes(String rule) {
    return blemishes.stream().filter(blemish -> blemish.rule().equals(rule));
  }

  /// Each question once in each language, wherever it is put.
  Stream<Asked> asked() {
    return asked.stream();
  }

  Place place(Kind kind, String id, String... path) {
    return read.places().of(kind.file(id), path);
  }

  Place place(String file, String... path) {
    return read.places().of(file, path);
  }

  /// Where words stand in a language.
  Place place(Passage words, Language language) {
    var path = new ArrayList<>(words.path());
    path.add(language.code());
    return read.places().of(words.file(), path.toArray(String[]::new));
  }

  /// The ids of the things of a kind, as they were read.
  List<String> ids(Kind kind) {
    return read.places().ids(kind);
  }

  /// Whether a category, or a wider one that it is part of, can do more harm than others.
  boolean isSensitive(String category) {
    return declared().isPartOf(category, sensitive);
  }

  Optional<Role> role(String id) {
    return policy().roles().stream().filter(role -> role.id().equals(id)).findFirst();
  }

  /// Whether a day is still to come.
  boolean isToCome(LocalDate day) {
    return day.isAfter(today);
  }

  /// The day so many months ahead.
  LocalDate monthsAhead(int months) {
    return today.plusMonths(months);
  }

  /// Whether a last day is over.
  boolean isPast(LocalDate last) {
    return last.isBefore(today);
  }

  /// Whether a last day comes within thirty days.
  boolean isSoon(LocalDate last) {
    return !isPast(last) && !last.isAfter(today.plusDays(SOON));
  }
}
