package org.aboveboard.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Public data beside the repository; tests that need it are skipped where it is absent.
public final class Shared {
  private Shared() {}

  /// A file of it.
  public static Path file(String name) {
    List<Path> places =
        Stream.of(
                System.getProperty("aboveboard.shared", "../../shared"),
                "../../shared",
                "../shared")
            .map(place -> Path.of(place, "data", name))
            .toList();
    Path found = places.stream().filter(Files::exists).findFirst().orElse(places.getFirst());
    assumeTrue(Files.exists(found), () -> "skipped: there is no shared data file " + name);
    return found;
  }

  static Json json(String name) {
    try {
      return Json.of(Files.readString(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// MovieLens 100K, as its columns.
  static Ratings ratings() {
    try {
      List<String[]> lines =
          Files.readAllLines(file("ml-100k/u.data")).stream().map(l -> l.split("\t")).toList();
      return Ratings.of(
          lines.stream().map(l -> l[0]).toArray(String[]::new),
          lines.stream().mapToInt(l -> Integer.parseInt(l[1])).toArray(),
          lines.stream().mapToDouble(l -> Double.parseDouble(l[2])).toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
