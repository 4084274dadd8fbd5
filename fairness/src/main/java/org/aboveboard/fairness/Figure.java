package org.aboveboard.fairness;

import java.util.OptionalDouble;

/// A number that was asked for, or why there is none. A figure is never NaN and never infinite.
public sealed interface Figure {

  /// The number.
  record Value(double value) implements Figure {
    public Value {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a figure is finite, not " + value);
      }
    }
  }

  /// There is no number.
  record None(Why why) implements Figure {}

  /// Why there is no number.
  enum Why {
    NOTHING("there is nothing to measure"),
    ONE_GROUP("there are fewer than two groups to compare"),
    TOO_FEW("there are too few people"),
    CONSTANT("all values are the same, so there is no spread to compare with"),
    SHARE_OF_NOTHING("it would be a share of nothing"),
    NO_SUPPORT("the data say too little about what is asked");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static Figure of(double value) {
    return new Value(value);
  }

  static Figure none(Why why) {
    return new None(why);
  }

  /// `part / whole`, unless the whole is zero.
  static Figure ratio(double part, double whole) {
    return whole == 0 ? none(Why.SHARE_OF_NOTHING) : of(part / whole);
  }

  /// The number, where there is one.
  default OptionalDouble known() {
    return switch (this) {
      case Value(double number) -> OptionalDouble.of(number);
      case None _ -> OptionalDouble.empty();
    };
  }
}
