package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Ratings of films, one a line: MovieLens in any of its [FilmLayout]s.
record Films(Folder folder, FilmLayout layout, Path ratingsFile, Optional<Path> filmsFile)
    implements DataSet {

  static Optional<DataSet> in(Path path) {
    Folder folder = new Folder(path);
    return Arrays.stream(FilmLayout.values()).flatMap(layout -> in(folder, layout)).findFirst();
  }

  private static Stream<DataSet> in(Folder folder, FilmLayout layout) {
    return folder.file(layout.ratings()).stream()
        .map(file -> new Films(folder, layout, file, folder.file(layout.films())));
  }

  @Override
  public String name() {
    return folder.name();
  }

  @Override
  public String policy() {
    return "films";
  }

  @Override
  public long approximateLines() {
    return LineCount.of(ratingsFile);
  }

  @Override
  public List<String> advice() {
    return filmsFile.isPresent()
        ? List.of()
        : List.of(folder.withoutTitles(layout.films(), "film"));
  }

  @Override
  public void items(Consumer<ItemLine> kept, Consumer<Refusal> refused) {
    if (filmsFile.isEmpty()) {
      Untitled.items("Film", this, kept);
      return;
    }
    List<String> genres = folder.file("u.genre").map(FilmTitle::genres).orElse(List.of());
    Lines.read(
        filmsFile.get(),
        (number, line) -> {
          List<String> cells = layout.film(line);
          if (!layout.isHeader(number, cells)) {
            kept.accept(FilmTitle.of(cells, layout, genres));
          }
        },
        refused);
  }

  @Override
  public void evidence(Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    EvidenceFiles.read(folder, ratingsFile, kept, refused);
  }

  @Override
  public void events(Consumer<EventLine> kept, Consumer<Refusal> refused) {
    Lines.read(
        ratingsFile,
        (number, line) -> {
          List<String> cells = layout.rating(line);
          if (!layout.isHeader(number, cells)) {
            kept.accept(rating(number, cells));
          }
        },
        refused);
  }

  private static EventLine rating(long number, List<String> cells) throws Malformed {
    if (cells.size() < 3) {
      throw new Malformed("the line does not hold user, item and stars");
    }
    String user = "u:" + Values.number("user id", cells.get(0));
    String item = Values.number("item id", cells.get(1));
    OptionalDouble stars = Values.stars(cells.get(2));
    return new EventLine(
        user, "rated", item, stars, Values.time(cells.size() > 3 ? cells.get(3) : ""), number);
  }
}
