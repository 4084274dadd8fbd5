package org.aboveboard.server.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Data sets in which it is known what is of use.
public final class MadeUp {
  private static final int INTERESTS = 12;

  private MadeUp() {}

  /// A shop where people look at goods of two interests, and buy one more of each; what they put in
  /// the cart is chosen by a die.
  public static Path shop(Path folder, int people, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var lines = new StringBuilder("user,event,item\n");
    for (int person = 0; person < people; person++) {
      int first = random.nextInt(INTERESTS);
      for (int interest :
          new int[] {first, (first + 1 + random.nextInt(INTERESTS - 1)) % INTERESTS}) {
        line(lines, person, "view", 10 * interest + random.nextInt(4));
        line(lines, person, "view", 10 * interest + 4 + random.nextInt(3));
        line(lines, person, "buy", 10 * interest + 7 + random.nextInt(3));
      }
      for (int cart = 0; cart < 3; cart++) {
        line(lines, person, "cart", random.nextInt(10 * INTERESTS));
      }
    }
    return write(folder, lines);
  }

  /// People who rate films of their own kind and of any other; they like those of their own kind,
  /// or like by a die.
  public static Path films(Path folder, int people, long seed, boolean starsMeanSomething)
      throws IOException {
    var random = new SplittableRandom(seed);
    var lines = new StringBuilder("user,event,item,stars\n");
    for (int person = 0; person < people; person++) {
      int kind = random.nextInt(INTERESTS);
      for (int film : random.ints(6, 0, 10).distinct().toArray()) {
        rating(lines, person, 10 * kind + film, starsMeanSomething || random.nextInt(10) < 4);
      }
      for (int film : random.ints(9, 0, 10 * INTERESTS).distinct().toArray()) {
        if (film / 10 != kind) {
          rating(lines, person, film, !starsMeanSomething && random.nextInt(10) < 4);
        }
      }
    }
    return write(folder, lines);
  }

  private static void line(StringBuilder lines, int person, String event, int item) {
    lines.append("%d,%s,%d%n".formatted(person, event, item));
  }

  private static void rating(StringBuilder lines, int person, int film, boolean isLiked) {
    lines.append("%d,rated,%d,%s%n".formatted(person, film, isLiked ? "4.5" : "2"));
  }

  private static Path write(Path folder, CharSequence lines) throws IOException {
    Files.writeString(folder.resolve("events.csv"), lines);
    return folder;
  }
}
