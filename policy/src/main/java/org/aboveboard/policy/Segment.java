package org.aboveboard.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A group of people compared for fairness, known from volunteers alone.
///
/// @param question what they are asked
/// @param answers by their ids, in whose order they are shown
/// @param purpose under which an answer is kept; nothing else may use it
/// @param smallest fewer people than this are never shown
public record Segment(
    String id, Text label, Text question, Map<String, Text> answers, String purpose, int smallest) {
  public Segment {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
  }
}
