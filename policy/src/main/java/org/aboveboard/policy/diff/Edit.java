package org.aboveboard.policy.diff;

/// What happened to a thing, or to one thing that is said about it, in words.
public sealed interface Edit {

  /// The whole thing is new.
  record New() implements Edit {}

  /// The whole thing is gone.
  record Gone() implements Edit {}

  /// There is one more of something.
  ///
  /// @param what with a blank for the word: `it is … shared with`
  record Also(String what, String one) implements Edit {}

  /// There is one less of something.
  ///
  /// @param what with a blank for the word: `it is … shared with`
  record NoLonger(String what, String one) implements Edit {}

  /// Something is now another.
  record Instead(String what, String before, String after) implements Edit {}

  /// Less is done, and yet whoever agreed did not agree to this: a changed thing is another thing.
  record Apart(Edit less) implements Edit {}

  /// As a line of a list says it.
  default String words() {
    return switch (this) {
      case New _ -> "is new";
      case Gone _ -> "is gone";
      case Also(String what, String one) -> what.replace("…", "also") + " " + one;
      case NoLonger(String what, String one) -> what.replace("…", "no longer") + " " + one;
      case Instead(String what, String before, String after) ->
          what + " " + after + " instead of " + before;
      case Apart(Edit less) -> less.words() + " (less, but not what was agreed to)";
    };
  }
}
