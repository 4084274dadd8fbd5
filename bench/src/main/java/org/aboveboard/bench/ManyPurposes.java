package org.aboveboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The bookshop with many more purposes, each asked about at a place of its own.
final class ManyPurposes {
  private static final int OWN = 3;
  private static final String TIPS = "recommendations";

  private ManyPurposes() {}

  /// Writes such a policy into the folder given first; 500 purposes, or as many as are given.
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500);
  }

  static Path write(Path folder, int purposes) throws IOException {
    Path shop = Path.of(System.getProperty("aboveboard.root", "."), "policies/bookshop");
    List<Path> files;
    try (Stream<Path> found = Files.walk(shop)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      boolean isPlace = file.getParent().endsWith("surfaces");
      write(folder, shop.relativize(file), isPlace ? text : wanted(text, purposes));
    }
    String purpose = Files.readString(shop.resolve("purposes/" + TIPS + ".yaml"));
    String surface = Files.readString(shop.resolve("surfaces/home-row.yaml"));
    for (int n = OWN; n < purposes; n++) {
      write(folder, Path.of("purposes", id(n) + ".yaml"), numbered(purpose, n));
      write(
          folder,
          Path.of("surfaces", "row-" + n + ".yaml"),
          surface.replace("taste-profile, " + TIPS, id(n)));
    }
    return folder;
  }

  private static void write(Path folder, Path file, String text) throws IOException {
    Path target = folder.resolve(file);
    Files.createDirectories(target.resolveSibling("."));
    Files.writeString(target, text);
  }

  private static String id(int n) {
    return "tips-" + n;
  }

  /// What wants the data of the shop's own suggestions is wanted by all the others too.
  private static String wanted(String text, int purposes) {
    String all = IntStream.range(OWN, purposes).mapToObj(ManyPurposes::id).collect(joined());
    return text.replaceAll("(?m)^((?:  )*purposes: \\[[^]]*" + TIPS + "[^]]*)]$", "$1" + all + "]");
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ", ", ", "");
  }

  private static String numbered(String purpose, int n) {
    return purpose
        .replaceFirst("number: 0", "number: " + n)
        .replaceFirst("book suggestions, de: Buchtipps", "tips " + n + ", de: Tipps " + n)
        .replaceFirst("books you may like\\.", "books for shelf " + n + ".")
        .replaceFirst("die zu dir passen können\\.", "die ins Regal " + n + " passen.");
  }
}
