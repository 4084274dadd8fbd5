package org.aboveboard.policy.diff;

import java.util.function.Function;
import org.aboveboard.policy.Aliases;

/// Which way it goes when a thing is called something else elsewhere.
///
/// A no that another consent tool sends is heard by these names, so for a purpose each of them
/// protects people. What it is called in the Data Privacy Vocabulary is only told.
final class Called {
  private Called() {}

  static <T> void compare(Pair<T> pair, Function<T, Aliases> aliases, Gain heard) {
    var what = "a no to it is … heard as";
    pair.members("aliases.names", what, aliases.andThen(Aliases::names), Spelled::quoted, heard)
        .members(
            "aliases.fideslang", what, aliases.andThen(Aliases::fideslang), Spelled::quoted, heard)
        .members(
            "aliases.tcf",
            "it … needs consent to TCF purpose",
            aliases.andThen(all -> all.tcf().stream().map(String::valueOf).toList()),
            number -> number,
            heard)
        .members(
            "aliases.dpv",
            "in DPV it is … called",
            aliases.andThen(Aliases::dpv),
            Spelled::quoted,
            Gain.WORDS)
        .order(
            "aliases.fideslang",
            "in fideslang it is called, in order,",
            aliases.andThen(Aliases::fideslang),
            Spelled::quoted,
            Way.words())
        .order(
            "aliases.dpv",
            "in DPV it is called, in order,",
            aliases.andThen(Aliases::dpv),
            Spelled::quoted,
            Way.words());
  }
}
