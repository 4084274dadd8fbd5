package org.aboveboard.server.map;

import java.util.ArrayList;
import java.util.List;

/// Words set in at most two lines of a box. A drawing cannot measure its type, so widths are those
/// of the house's face, rounded up; what does not fit is cut, for the list says it in full.
record Fitted(List<String> lines) {
  private static final int MOST = 2;
  private static final String NARROW = "fijlrtI.,:;'’!|()[]- ";
  private static final String WIDE = "mwMW@%&—";

  Fitted {
    lines = List.copyOf(lines);
  }

  /// @param width in units of the size of the type
  static Fitted of(String words, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer) <= width || line.isEmpty()) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return new Fitted(
        lines.size() <= MOST
            ? lines.stream().map(one -> cut(one, width)).toList()
            : List.of(cut(lines.get(0), width), cut(lines.get(1) + " …", width)));
  }

  private static String cut(String line, double width) {
    if (width(line) <= width) {
      return line;
    }
    String shorter = line.replace(" …", "").replace("…", "");
    while (!shorter.isEmpty() && width(shorter + "…") > width) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter.strip() + "…";
  }

  static double width(String line) {
    return line.codePoints().mapToDouble(Fitted::width).sum();
  }

  private static double width(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return 0.34;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.9;
    }
    return Character.isUpperCase(c) || c > 0x2000 ? 0.7 : 0.57;
  }
}
