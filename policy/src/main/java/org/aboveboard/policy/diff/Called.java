package org.aboveboard.policy.diff;

import java.util.function.Function;
import org.aboveboard.policy.Aliases;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Purpose;

/// Which way it goes when a thing is called something else elsewhere.
///
/// A no that another consent tool sends is heard by these names, so for a purpose each of them
/// protects people. For a category, what is forbidden elsewhere under its name in fideslang is
/// forbidden for it as long as it has that name. What it is called in the Data Privacy Vocabulary
/// is only told.
final class Called {
  private Called() {}

  static void purpose(Pair<Purpose> pair) {
    var heard = "a no to it is … heard as";
    compare(pair, Purpose::aliases, Gain.GUARD, heard, Gain.GUARD, heard);
  }

  static void category(Pair<Category> pair) {
    compare(
        pair,
        Category::aliases,
        Gain.WORDS,
        "elsewhere it is … called",
        Gain.GUARD,
        "what is forbidden for it in fideslang is … forbidden as");
  }

  private static <T> void compare(
      Pair<T> pair,
      Function<T, Aliases> aliases,
      Gain heard,
      String what,
      Gain inFideslang,
      String whatInFideslang) {
    pair.members("aliases.names", what, aliases.andThen(Aliases::names), Spelled::quoted, heard)
        .members(
            "aliases.fideslang",
            whatInFideslang,
            aliases.andThen(Aliases::fideslang),
            Spelled::quoted,
            inFideslang)
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
