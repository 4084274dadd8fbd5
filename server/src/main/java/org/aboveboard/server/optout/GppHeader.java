package org.aboveboard.server.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first part of a GPP string: which sections follow.
///
/// Type (6 bits, 3), version (6 bits, 1), how many entries (12 bits), then each entry: one bit that
/// says whether it is a range, and one or two Fibonacci codes, each the distance from the number
/// before. In such a code bit i stands for the i-th of 1, 2, 3, 5, 8…, and `11` ends it. It is read
/// here rather than by the library, since a few letters of it can name any number of sections.
final class GppHeader {
  private static final int TYPE = 3;
  private static final int VERSION = 1;
  private static final int MOST_SECTIONS = 32;
  private static final int LARGEST_SECTION = 1_000;
  private static final int LONGEST_CODE = 16;

  private final Bits bits;
  private final List<Integer> sections = new ArrayList<>();
  private int place = 24;
  private int last;

  private GppHeader(String text) {
    this.bits = new Bits(text);
  }

  /// The numbers of the sections, ascending; empty where it is not one.
  static Optional<List<Integer>> sections(String text) {
    var header = new GppHeader(text);
    return header.read() ? Optional.of(List.copyOf(header.sections)) : Optional.empty();
  }

  private boolean read() {
    int entries = bits.number(12, 12);
    boolean isWhole =
        bits.number(0, 6) == TYPE && bits.number(6, 6) == VERSION && entries <= MOST_SECTIONS;
    for (int entry = 0; entry < entries && isWhole; entry++) {
      isWhole = entry();
    }
    return isWhole && place <= bits.length();
  }

  private boolean entry() {
    boolean isRange = bits.at(place++);
    int first = last + code();
    int end = isRange ? first + code() : first;
    boolean isWhole =
        first > last
            && (end > first || !isRange)
            && end <= LARGEST_SECTION
            && sections.size() + end - first < MOST_SECTIONS;
    for (int section = first; section <= end && isWhole; section++) {
      sections.add(section);
    }
    last = end;
    return isWhole;
  }

  /// The next Fibonacci code; zero, which none stands for, where none ends in time.
  private int code() {
    int value = 0;
    int term = 1;
    int next = 2;
    boolean before = false;
    for (int i = 0; i < LONGEST_CODE; i++) {
      boolean one = bits.at(place++);
      if (one && before) {
        return value;
      }
      value += one ? term : 0;
      int sum = term + next;
      term = next;
      next = sum;
      before = one;
    }
    return 0;
  }
}
