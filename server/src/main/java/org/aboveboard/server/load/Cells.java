package org.aboveboard.server.load;

import java.util.ArrayList;
import java.util.List;

/// Cuts a line into its cells.
final class Cells {
  private Cells() {}

  /// The cells of a line between separators that are never quoted (a tab, `::`, `|`), trimmed.
  static List<String> between(String separator, String line) {
    List<String> cells = new ArrayList<>(6);
    int from = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
      cells.add(line.substring(from, at).strip());
      from = at + separator.length();
    }
    cells.add(line.substring(from).strip());
    return cells;
  }

  /// The cells of a line of CSV: cells may be quoted, a quote inside is doubled (RFC 4180); a
  /// quoted cell ends on its own line.
  static List<String> ofCsv(String line) throws Malformed {
    if (line.indexOf('"') < 0) {
      return between(",", line);
    }
    List<String> cells = new ArrayList<>(6);
    int from = 0;
    while (from <= line.length()) {
      from = line.startsWith("\"", from) ? quoted(line, from, cells) : plain(line, from, cells);
    }
    return cells;
  }

  private static int plain(String line, int from, List<String> cells) {
    int comma = line.indexOf(',', from);
    int end = comma < 0 ? line.length() : comma;
    cells.add(line.substring(from, end).strip());
    return end + 1;
  }

  private static int quoted(String line, int from, List<String> cells) throws Malformed {
    StringBuilder cell = new StringBuilder();
    int at = from + 1;
    for (int quote = closing(line, at); ; quote = closing(line, at)) {
      cell.append(line, at, quote);
      at = quote + 1;
      if (!line.startsWith("\"", at)) {
        break;
      }
      cell.append('"');
      at++;
    }
    if (at < line.length() && line.charAt(at) != ',') {
      throw new Malformed("there is text after a closing quote");
    }
    cells.add(cell.toString());
    return at + 1;
  }

  private static int closing(String line, int from) throws Malformed {
    int quote = line.indexOf('"', from);
    if (quote < 0) {
      throw new Malformed("a quote opens and does not close on its line");
    }
    return quote;
  }
}
