package org.aboveboard.server.load;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads a line about a film: title as people say it, year, genres.
final class FilmTitle {
  private static final Pattern YEAR = Pattern.compile("\\(((?:18|19|20)\\d\\d)\\)$");
  private static final Pattern LATE_ARTICLE = Pattern.compile("^([^(]+), (The|A|An)( \\(.*)?$");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);
  private static final int FLAGS = 5;

  private FilmTitle() {}

  /// The names of the genres in the order of the flags in u.item.
  static List<String> genres(Path file) {
    Map<Integer, String> names = new TreeMap<>();
    Lines.read(
        file,
        (_, line) -> {
          List<String> cells = Cells.between("|", line);
          if (cells.size() == 2) {
            names.put(Integer.parseInt(Values.number("genre", cells.get(1))), cells.get(0));
          }
        },
        _ -> {});
    return List.copyOf(names.values());
  }

  static ItemLine of(List<String> cells, FilmLayout layout, List<String> genres) throws Malformed {
    if (cells.size() < 2) {
      throw new Malformed("the line does not hold id and title");
    }
    String id = Values.number("item id", cells.get(0));
    String title = Values.text("title", cells.get(1));
    return new ItemLine(
        id,
        title.isEmpty() ? "Film " + id : spoken(title),
        Optional.empty(),
        layout == FilmLayout.TABS ? flagged(cells, genres) : listed(cells),
        layout == FilmLayout.TABS && cells.size() > 2 ? day(cells.get(2)) : Optional.empty(),
        year(title));
  }

  /// `Piano, The (1993)` is said `The Piano (1993)`.
  static String spoken(String title) {
    Matcher late = LATE_ARTICLE.matcher(title);
    if (!late.matches()) {
      return title;
    }
    String rest = late.group(3) == null ? "" : late.group(3);
    return late.group(2) + " " + late.group(1) + rest;
  }

  private static Map<String, String> year(String title) {
    Matcher year = YEAR.matcher(title);
    return year.find() ? Map.of("year", year.group(1)) : Map.of();
  }

  private static List<String> flagged(List<String> cells, List<String> genres) {
    return IntStream.range(0, Math.min(genres.size(), Math.max(0, cells.size() - FLAGS)))
        .filter(k -> cells.get(FLAGS + k).equals("1"))
        .mapToObj(genres::get)
        .filter(Predicate.not("unknown"::equals))
        .toList();
  }

  private static List<String> listed(List<String> cells) throws Malformed {
    List<String> listed = new ArrayList<>();
    for (String genre : Cells.between("|", cells.size() > 2 ? cells.get(2) : "")) {
      if (!genre.isEmpty() && !genre.startsWith("(no ")) {
        listed.add(Values.text("genre", genre));
      }
    }
    return listed;
  }

  /// The day in u.item; a film without one, or with a broken one, is kept without.
  private static Optional<Instant> day(String cell) {
    try {
      return Optional.of(LocalDate.parse(cell, DAY).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
