package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which column of a CSV file holds what, by the names in its first line; case and `_` do not
/// count.
record Columns(List<String> names) {
  static Columns of(String header) throws Malformed {
    return new Columns(List.copyOf(Cells.ofCsv(header)));
  }

  /// The columns that the first line of a file names; none where it cannot be read.
  static Columns header(Path file) {
    try {
      return of(Lines.first(file));
    } catch (Malformed e) {
      return new Columns(List.of());
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /// The cell under the first of these names that is there; empty text where there is none.
  String cell(List<String> cells, String... anyOf) {
    int at = index(anyOf);
    return at >= 0 && at < cells.size() ? cells.get(at) : "";
  }

  boolean has(String... anyOf) {
    return index(anyOf) >= 0;
  }

  private int index(String... anyOf) {
    for (String wanted : anyOf) {
      for (int at = 0; at < names.size(); at++) {
        if (plain(names.get(at)).equals(wanted)) {
          return at;
        }
      }
    }
    return -1;
  }

  /// What the cells say under any other name than these.
  Map<String, String> others(Set<String> known, List<String> cells) throws Malformed {
    Map<String, String> others = new TreeMap<>();
    for (int at = 0; at < Math.min(names.size(), cells.size()); at++) {
      String name = names.get(at);
      if (!name.isEmpty() && !cells.get(at).isEmpty() && !known.contains(plain(name))) {
        others.put(name, Values.text("item", cells.get(at)));
      }
    }
    return others;
  }
}
