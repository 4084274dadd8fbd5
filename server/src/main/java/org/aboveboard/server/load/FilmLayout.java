package org.aboveboard.server.load;

import java.util.List;

/// The three layouts MovieLens has been published in.
enum FilmLayout {
  /// ml-100k: `user TAB item TAB stars TAB seconds`; `id|title|date|video date|link|flag per
  /// genre`.
  TABS("u.data", "u.item"),
  /// ml-1m, ml-10m: `user::item::stars::seconds`; `id::title::genre|genre`.
  COLONS("ratings.dat", "movies.dat"),
  /// ml-20m and later: `userId,movieId,rating,timestamp`; `movieId,title,genre|genre`.
  COMMAS("ratings.csv", "movies.csv");

  private final String ratings;
  private final String films;

  FilmLayout(String ratings, String films) {
    this.ratings = ratings;
    this.films = films;
  }

  String ratings() {
    return ratings;
  }

  String films() {
    return films;
  }

  List<String> rating(String line) throws Malformed {
    return switch (this) {
      case TABS -> Cells.between("\t", line);
      case COLONS -> Cells.between("::", line);
      case COMMAS -> Cells.ofCsv(line);
    };
  }

  List<String> film(String line) throws Malformed {
    return switch (this) {
      case TABS -> Cells.between("|", line);
      case COLONS -> outer(line);
      case COMMAS -> Cells.ofCsv(line);
    };
  }

  /// A title may hold `::` itself, so only the first and the last one separate.
  private static List<String> outer(String line) {
    int first = line.indexOf("::");
    int last = line.lastIndexOf("::");
    if (first < 0 || first == last) {
      return Cells.between("::", line);
    }
    return List.of(
        line.substring(0, first).strip(),
        line.substring(first + 2, last).strip(),
        line.substring(last + 2).strip());
  }

  /// True for the line of column names at the top of CSV files.
  boolean isHeader(long number, List<String> cells) {
    return this == COMMAS && number == 1 && cells.getFirst().endsWith("Id");
  }
}
