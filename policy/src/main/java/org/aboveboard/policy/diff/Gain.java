package org.aboveboard.policy.diff;

import static org.aboveboard.policy.Turn.NARROWING;
import static org.aboveboard.policy.Turn.WIDENING;
import static org.aboveboard.policy.Turn.WORDING;

import org.aboveboard.policy.Turn;

/// Which way it goes when there is one more of something, and one less.
record Gain(Turn also, Turn noLonger) {

  /// Something that is done with data.
  static final Gain MORE = new Gain(WIDENING, NARROWING);

  /// Something that protects people.
  static final Gain GUARD = new Gain(NARROWING, WIDENING);

  /// Something that does nothing by itself.
  static final Gain WORDS = new Gain(WORDING, WORDING);

  /// Something that people lose when it goes, and that does nothing when it comes.
  static final Gain HELP = new Gain(WORDING, WIDENING);
}
