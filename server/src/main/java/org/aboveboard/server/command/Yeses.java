package org.aboveboard.server.command;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aboveboard.server.consent.Yes;

/// What one person brings along.
///
/// @param purposes the ids of what they said yes to
/// @param live those of them for which the yes has not run out
record Yeses(List<Yes> all, Set<String> purposes, Set<String> live) {
  /// The ids of those live ones whose yes held at that moment.
  Set<String> covering(Instant at) {
    return all.stream().allMatch(yes -> yes.covers(at))
        ? live
        : all.stream()
            .filter(yes -> yes.covers(at) && live.contains(yes.purpose().id()))
            .map(yes -> yes.purpose().id())
            .collect(toUnmodifiableSet());
  }

  static Yeses of(List<Yes> all, Instant now) {
    return new Yeses(
        List.copyOf(all),
        all.stream().map(yes -> yes.purpose().id()).collect(toUnmodifiableSet()),
        all.stream()
            .filter(yes -> !yes.hasRunOut(now))
            .map(yes -> yes.purpose().id())
            .collect(toUnmodifiableSet()));
  }
}
