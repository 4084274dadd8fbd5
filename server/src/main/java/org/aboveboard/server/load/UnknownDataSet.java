package org.aboveboard.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder that holds none of the layouts we read; the message lists them.
public final class UnknownDataSet extends Exception {
  private static final long serialVersionUID = 1;

  private static final String LAYOUTS =
      """

      A folder is read when it holds one of these (each may also be packed, as in events.csv.gz):
        u.data       user, item, stars, time between tabs; titles in u.item, genres in u.genre
        ratings.dat  user::item::stars::time; titles in movies.dat
        ratings.csv  userId,movieId,rating,timestamp; titles in movies.csv
        events.csv   first line names the columns: subject,event,item,value,time (or user,item,event)
                     titles in items.csv: id,title,provider,categories,published
        events.jsonl {"subject":"u:7","event":"viewed","item":"12","time":"2026-01-31T10:00:00Z"}
                     titles in items.jsonl: {"id":"12","title":"Tide Tables"}
      """;

  UnknownDataSet(String what) {
    super(what + LAYOUTS);
  }

  static UnknownDataSet noFolder(Path folder) {
    return new UnknownDataSet(
        "There is no folder at " + folder + ". Give the folder the files are in, not a file.");
  }

  static UnknownDataSet noLayout(Path folder) {
    return new UnknownDataSet(
        "We found no data set we can read in " + folder + "." + inside(folder));
  }

  /// Unpacked archives often hold one folder more than expected.
  private static String inside(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Films.in(entry).isPresent() || JsonLines.in(entry).isPresent())
          .sorted()
          .map(entry -> " Give " + entry + " instead.")
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
