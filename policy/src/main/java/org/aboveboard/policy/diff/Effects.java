package org.aboveboard.policy.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aboveboard.policy.Turn;
import org.aboveboard.policy.Use;

/// What is really open to a purpose, compared before and after: the net below the other classes.
///
/// Prohibitions, models and assessments work through each other, so that something can open up
/// though no single key widens: where an event goes, the signal it fed may no longer be forbidden.
/// Whatever a purpose had in both versions, could not use in the first and can in the second, is a
/// widening of that purpose; the other way round it is a narrowing.
record Effects(Versions versions, List<Change> changes) {

  void compare() {
    for (var before : versions.before().purposes()) {
      versions
          .after()
          .purpose(before.id())
          .ifPresent(after ->
              compare(new Side(versions.before(), before), new Side(versions.after(), after)));
    }
  }

  private void compare(Side before, Side after) {
    var id = before.purpose().id();
    opened(before, after)
        .forEach(one -> note(id, new Edit.Also("open to it is …", one), Turn.WIDENING));
    opened(after, before)
        .forEach(one -> note(id, new Edit.NoLonger("open to it is …", one), Turn.NARROWING));
    if (before.purpose().isInvasive()
        && after.purpose().isInvasive()
        && before.isAssessed() != after.isAssessed()) {
      if (after.isAssessed()) {
        note(id, new Edit.Also("it is …", "assessed"), Turn.WIDENING);
      } else {
        note(id, new Edit.NoLonger("it is …", "assessed as what it is now"), Turn.NARROWING);
      }
    }
  }

  private void note(String purpose, Edit edit, Turn turn) {
    var thing = versions.thing(Part.PURPOSE, purpose);
    changes.add(new Change(thing, "", edit, turn, Set.of(purpose), false));
  }

  private Set<String> opened(Side from, Side to) {
    var opened = new TreeSet<String>();
    for (var use : Use.values()) {
      if (from.uses(use) && to.uses(use)) {
        for (var place : places(from, to, use)) {
          opened.addAll(opened(from, to, use, place));
        }
      }
    }
    return opened;
  }

  private static List<Optional<String>> places(Side from, Side to, Use use) {
    return use == Use.SERVE
        ? Ids.common(from.surfaces(), to.surfaces()).stream().map(Optional::of).toList()
        : List.of(Optional.empty());
  }

  private Set<String> opened(Side from, Side to, Use use, Optional<String> place) {
    var was = from.open(use, place);
    var is = to.open(use, place);
    var doing =
        "to "
            + Spelled.word(use)
            + place.map(id -> " at " + versions.name(Part.SURFACE, id)).orElse("");
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() && is.isPresent() ? Set.of(doing) : Set.of();
    }
    var more = new TreeSet<String>();
    var signals = Ids.common(from.purpose().signals(), to.purpose().signals());
    more(signals, was.get().signals(), is.get().signals())
        .forEach(id -> more.add("the signal " + versions.name(Part.SIGNAL, id) + " " + doing));
    var events = Ids.common(from.events(), to.events());
    more(events, was.get().events(), is.get().events())
        .forEach(id -> more.add(versions.name(Part.EVENT, id) + " " + doing));
    var fields = Ids.common(from.fields(), to.fields());
    more(fields, was.get().fields(), is.get().fields())
        .forEach(id -> more.add("the field " + Spelled.quoted(id) + " " + doing));
    return more;
  }

  private static Set<String> more(Set<String> declared, Set<String> before, Set<String> now) {
    var more = Ids.common(declared, now);
    more.removeAll(before);
    return more;
  }
}
