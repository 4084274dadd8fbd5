package org.aboveboard.server.web;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;

/// A sum that was drawn: its question, its answer in words, its bars, and the same as text.
///
/// @param bars the person's own acts, largest first, the small ones folded into one
/// @param adjustments what is not about the person; never a bar
/// @param total the score, in as many digits as the parts
/// @param every all parts unfolded, for the table
public record Figure(
    String question,
    String sentence,
    String unit,
    List<Bar> bars,
    List<Bar> adjustments,
    String total,
    List<Bar> every) {

  public Figure {
    bars = List.copyOf(bars);
    adjustments = List.copyOf(adjustments);
    every = List.copyOf(every);
  }

  /// One part: the shape says the direction, the value carries its sign.
  ///
  /// @param drawn the bar itself, decoration beside the words
  public record Bar(
      String label, RawString drawn, String shape, String value, Optional<Act> control) {}
}
