package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// Two versions of a policy, what things are called in them, and whom a change can be about.
final class Versions {
  private final Policy before;
  private final Policy after;
  private final Labels labels;
  private final Set<String> askedInBoth;
  private final Set<Language> languages;

  Versions(Policy before, Policy after) {
    this.before = before;
    this.after = after;
    this.labels = new Labels(before.declared(), after.declared());
    this.askedInBoth = ids(before, Purpose::isAsked);
    this.askedInBoth.retainAll(ids(after, Purpose::isAsked));
    this.languages =
        before.organisation().languages().stream()
            .filter(after.organisation().languages()::contains)
            .collect(toUnmodifiableSet());
  }

  Policy before() {
    return before;
  }

  Policy after() {
    return after;
  }

  Thing thing(Part part, String id) {
    return new Thing(part, id, labels.of(part, id));
  }

  /// What a thing is called, in quotation marks.
  String name(Part part, String id) {
    return Spelled.quoted(labels.of(part, id));
  }

  /// What each thing of a part is called.
  UnaryOperator<String> names(Part part) {
    return id -> name(part, id);
  }

  /// It touches these purposes, and no yes is about it.
  Reach touching(Set<String> purposes) {
    return new Reach(purposes, false, false);
  }

  /// It is part of what a yes to these purposes agrees to; less of it is less.
  Reach agreed(Set<String> purposes) {
    return new Reach(purposes, true, false);
  }

  /// The same of something that is agreed to as it is, and is another thing when it changes.
  Reach exactly(Set<String> purposes) {
    return new Reach(purposes, true, purposes.stream().anyMatch(askedInBoth::contains));
  }

  /// Whether a purpose is in both versions.
  boolean hasBoth(String purpose) {
    return before.purpose(purpose).isPresent() && after.purpose(purpose).isPresent();
  }

  /// The purposes of either version.
  Set<String> purposes() {
    return purposes(_ -> true);
  }

  /// The purposes that are such in either version.
  Set<String> purposes(Predicate<Purpose> such) {
    var all = new TreeSet<>(ids(before, such));
    all.addAll(ids(after, such));
    return all;
  }

  /// The purposes that are such, in whichever version a declaration is asked about.
  Set<String> purposes(DeclaredPurpose such) {
    var all = new TreeSet<String>();
    for (var policy : List.of(before, after)) {
      all.addAll(ids(policy, purpose -> such.test(policy.declared(), purpose)));
    }
    return all;
  }

  /// Something that can be true of a purpose in its declaration.
  @FunctionalInterface
  interface DeclaredPurpose {
    boolean test(Declared declared, Purpose purpose);
  }

  /// The purposes that use a category, or one that is part of it.
  Set<String> using(Set<String> categories) {
    return purposes((declared, purpose) ->
        purpose.data().stream().anyMatch(need -> declared.isPartOf(need.category(), categories)));
  }

  /// Both sides of a part that is one file.
  <T> Pair<T> file(Part part, Function<Declared, T> side, Reach reach, List<Change> changes) {
    return new Pair<>(
        new Thing(part, "", ""),
        "",
        side.apply(before.declared()),
        side.apply(after.declared()),
        reach,
        languages,
        changes);
  }

  /// Matches the things of one part by their ids: those in both are compared, the others are new or
  /// gone.
  ///
  /// @param gain which way it goes that there is such a thing at all
  /// @param reach whom it is about that there is
  <T> void each(
      Part part,
      Function<Declared, List<T>> things,
      Function<T, String> id,
      Function<T, Gain> gain,
      Function<T, Reach> reach,
      List<Change> changes,
      Consumer<Pair<T>> compare) {
    var was = byId(things.apply(before.declared()), id);
    var is = byId(things.apply(after.declared()), id);
    for (var one : Ids.union(was.keySet(), is.keySet())) {
      var thing = thing(part, one);
      var old = Optional.ofNullable(was.get(one));
      var now = Optional.ofNullable(is.get(one));
      if (old.isPresent() && now.isPresent()) {
        compare.accept(
            new Pair<>(thing, "", old.get(), now.get(), Reach.NOBODY, languages, changes));
      } else {
        var only = now.or(() -> old).orElseThrow();
        var edit = now.isPresent() ? new Edit.New() : new Edit.Gone();
        var turn = now.isPresent() ? gain.apply(only).also() : gain.apply(only).noLonger();
        var about = reach.apply(only);
        changes.add(new Change(thing, "", edit, turn, about.purposes(), about.isAgreed()));
      }
    }
  }

  private static Set<String> ids(Policy policy, Predicate<Purpose> such) {
    return policy.purposes().stream()
        .filter(such)
        .map(Purpose::id)
        .collect(toCollection(HashSet::new));
  }

  private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
    var byId = new HashMap<String, T>();
    things.forEach(thing -> byId.put(id.apply(thing), thing));
    return byId;
  }
}
