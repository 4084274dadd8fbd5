package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Turn;

/// Something as it was and as it is: it is compared key by key, and what differs is noted.
///
/// @param path where it stands in its file; empty for the whole file
/// @param languages those that both versions speak
/// @param changes where changes are noted
record Pair<T>(
    Thing thing,
    String path,
    T before,
    T after,
    Reach reach,
    Set<Language> languages,
    List<Change> changes) {

  /// The same, for keys that are about somebody else.
  Pair<T> reaching(Reach other) {
    return new Pair<>(thing, path, before, after, other, languages, changes);
  }

  /// Compares one value.
  <V> Pair<T> value(
      String key, String what, Function<T, V> value, Function<V, String> said, Way<V> way) {
    var was = value.apply(before);
    var is = value.apply(after);
    if (!was.equals(is)) {
      var edit = new Edit.Instead(what, said.apply(was), said.apply(is));
      note(key, edit, way.turn(was, is), reach);
    }
    return this;
  }

  /// Compares a plain text that changes nothing.
  Pair<T> plain(String key, String what, Function<T, String> value) {
    return value(key, what, value, Spelled::quoted, Way.words());
  }

  /// Compares words in the languages of both.
  Pair<T> text(String key, String what, Function<T, Text> text) {
    return optionalText(key, what, text.andThen(Optional::of));
  }

  Pair<T> optionalText(String key, String what, Function<T, Optional<Text>> text) {
    var reworded = new Reworded(text.apply(before), text.apply(after), languages);
    if (!reworded.isSame()) {
      note(key, reworded.edit(what), Turn.WORDING, reach);
    }
    return this;
  }

  /// Compares a set of names one by one.
  Pair<T> members(
      String key,
      String what,
      Function<T, ? extends Collection<String>> members,
      UnaryOperator<String> name,
      Gain gain) {
    return each(key, what, members, name, gain, _ -> reach);
  }

  /// Compares the ids of purposes; each is about that purpose alone.
  Pair<T> purposes(
      String key,
      String what,
      Function<T, ? extends Collection<String>> members,
      Versions versions,
      Gain gain) {
    return each(
        key,
        what,
        members,
        versions.names(Part.PURPOSE),
        gain,
        id -> new Reach(Set.of(id), reach.isAgreed(), false));
  }

  /// Compares in which order stands what is in both.
  Pair<T> order(
      String key,
      String what,
      Function<T, List<String>> members,
      UnaryOperator<String> name,
      Way<List<String>> way) {
    Function<T, List<String>> common =
        side ->
            members.apply(side).stream()
                .filter(members.apply(before)::contains)
                .filter(members.apply(after)::contains)
                .toList();
    return value(
        key, what, common, list -> list.stream().map(name).collect(joining(", then ")), way);
  }

  /// Compares things that stand below a key, each under its own name.
  <U> Pair<T> parts(
      String key,
      String what,
      Function<T, Map<String, U>> parts,
      UnaryOperator<String> name,
      Gain gain,
      Function<U, Reach> reach,
      Consumer<Pair<U>> compare) {
    var was = parts.apply(before);
    var is = parts.apply(after);
    each(
        key,
        what,
        side -> parts.apply(side).keySet(),
        name,
        gain,
        id ->
            reach.apply(
                Optional.ofNullable(is.get(id))
                    .or(() -> Optional.ofNullable(was.get(id)))
                    .orElseThrow()));
    was.forEach((id, part) -> {
      var now = is.get(id);
      if (now != null) {
        compare.accept(
            new Pair<>(thing, at(key) + "." + id, part, now, this.reach, languages, changes));
      }
    });
    return this;
  }

  private Pair<T> each(
      String key,
      String what,
      Function<T, ? extends Collection<String>> members,
      UnaryOperator<String> name,
      Gain gain,
      Function<String, Reach> about) {
    var was = members.apply(before);
    var is = members.apply(after);
    Ids.without(is, was)
        .forEach(
            one -> note(key, new Edit.Also(what, name.apply(one)), gain.also(), about.apply(one)));
    Ids.without(was, is)
        .forEach(one ->
            note(key, new Edit.NoLonger(what, name.apply(one)), gain.noLonger(), about.apply(one)));
    return this;
  }

  private void note(String key, Edit edit, Turn turn, Reach about) {
    var lifted = about.lifts(turn);
    changes.add(
        new Change(
            thing,
            at(key),
            lifted ? new Edit.Apart(edit) : edit,
            lifted ? Turn.WIDENING : turn,
            about.purposes(),
            about.isAgreed()));
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
