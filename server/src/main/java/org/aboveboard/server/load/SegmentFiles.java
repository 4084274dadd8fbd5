package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What lies beside a data set's events about its people: `segments.csv` (`subject,segment,group`),
/// and in MovieLens' oldest layout `u.user` (`id|age|gender|occupation|zip`).
final class SegmentFiles {
  private static final int PARTS = 3;
  private static final int OF_U_USER = 4;
  private static final int OLDEST = 130;

  private SegmentFiles() {}

  static void read(Folder folder, Consumer<SegmentLine> kept, Consumer<Refusal> refused) {
    folder.file("segments.csv").ifPresent(file -> listed(file, kept, refused));
    folder.file("u.user").ifPresent(file -> films(file, kept, refused));
  }

  private static void listed(Path file, Consumer<SegmentLine> kept, Consumer<Refusal> refused) {
    Lines.read(
        file,
        (number, line) -> {
          List<String> cells = Cells.ofCsv(line);
          if (cells.size() < PARTS) {
            throw new Malformed("the line does not hold subject, segment and group");
          }
          if (number > 1 || !cells.getFirst().equals("subject")) {
            kept.accept(new SegmentLine("u:" + cells.get(0), cells.get(1), cells.get(2)));
          }
        },
        refused);
  }

  private static void films(Path file, Consumer<SegmentLine> kept, Consumer<Refusal> refused) {
    Lines.read(
        file,
        (_, line) -> {
          List<String> cells = Cells.between("|", line);
          if (cells.size() < OF_U_USER) {
            throw new Malformed("the line does not hold id, age, gender and occupation");
          }
          String subject = "u:" + Values.number("user id", cells.get(0));
          kept.accept(new SegmentLine(subject, "age", band(cells.get(1))));
          kept.accept(new SegmentLine(subject, "gender", cells.get(2)));
          kept.accept(new SegmentLine(subject, "occupation", cells.get(3)));
        },
        refused);
  }

  private static String band(String age) throws Malformed {
    long years = Long.parseLong(Values.number("age", age));
    if (years > OLDEST) {
      throw new Malformed("the age is above " + OLDEST);
    }
    return years < 25
        ? "under 25"
        : years < 35 ? "25 to 34" : years < 50 ? "35 to 49" : "50 and over";
  }
}
