package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What lies beside a data set's events to show that its people agreed: `evidence.jsonl`, and
/// `evidence.csv` whose first line names the columns.
///
/// A line that says more than is known here is refused: what is misspelt would be passed over, and
/// a yes without its `until` lasts longer than it did.
final class EvidenceFiles {
  private static final String[] SUBJECT = {"subject", "user", "userid"};
  private static final Set<String> COLUMNS =
      Set.of("subject", "user", "userid", "purpose", "since", "until", "evidence", "events");
  private static final String MORE =
      "the line says more than subject, purpose, since, until, evidence and events: leave the rest"
          + " out, or mend its name";

  private final FileDigest events;
  private final Consumer<EvidenceLine> kept;
  private final Consumer<Refusal> refused;

  private EvidenceFiles(FileDigest events, Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    this.events = events;
    this.kept = kept;
    this.refused = refused;
  }

  /// Gives each line to `kept`, or what is wrong with it to `refused`.
  static void read(
      Folder folder, Path events, Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    EvidenceFiles files = new EvidenceFiles(new FileDigest(events), kept, refused);
    folder.file("evidence.jsonl").ifPresent(files::jsonLines);
    folder.file("evidence.csv").ifPresent(files::table);
  }

  private void jsonLines(Path file) {
    Lines.read(
        file,
        (number, line) -> {
          JsonLine read = JsonLine.of(line);
          if (!COLUMNS.containsAll(read.plain().keySet())) {
            throw new Malformed(MORE);
          }
          give(new EvidenceCells(name(file), number, read::plain));
        },
        refused);
  }

  private void table(Path file) {
    Columns columns = Columns.header(file);
    if (!columns.has(SUBJECT) || !columns.has("since") || !columns.has("evidence")) {
      refused.accept(
          new Refusal(
              name(file),
              1,
              "the first line does not name the columns subject, since and evidence: add them"));
      return;
    }
    Lines.read(file, (number, line) -> row(file, number, columns, line), refused);
  }

  private void row(Path file, long number, Columns columns, String line) throws Malformed {
    if (number == 1) {
      return;
    }
    List<String> cells = Cells.ofCsv(line);
    if (!columns.others(COLUMNS, cells).isEmpty()) {
      throw new Malformed(MORE);
    }
    give(
        new EvidenceCells(
            name(file),
            number,
            name ->
                name.equals("subject") ? columns.cell(cells, SUBJECT) : columns.cell(cells, name)));
  }

  private void give(EvidenceCells cells) throws Malformed {
    kept.accept(cells.line(events));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
