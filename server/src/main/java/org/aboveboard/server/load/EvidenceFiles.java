package org.aboveboard.server.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What lies beside a data set's events to show that its people agreed: `evidence.jsonl`, and
/// `evidence.csv` whose first line names the columns.
final class EvidenceFiles {
  private static final String[] SUBJECT = {"subject", "user", "userid"};

  private EvidenceFiles() {}

  /// Gives each line to `kept`, or what is wrong with it to `refused`.
  static void read(Folder folder, Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    folder.file("evidence.jsonl").ifPresent(file -> jsonLines(file, kept, refused));
    folder.file("evidence.csv").ifPresent(file -> table(file, kept, refused));
  }

  private static void jsonLines(Path file, Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    Lines.read(
        file,
        (number, line) -> {
          JsonLine read = JsonLine.of(line);
          kept.accept(evidence(file, number, read::plain));
        },
        refused);
  }

  private static void table(Path file, Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    Columns columns = Columns.header(file);
    if (!columns.has(SUBJECT) || !columns.has("since") || !columns.has("evidence")) {
      String name = String.valueOf(file.getFileName());
      refused.accept(
          new Refusal(
              name, 1, "the first line does not name the columns subject, since and evidence"));
      return;
    }
    Lines.read(
        file,
        (number, line) -> {
          if (number > 1) {
            List<String> cells = Cells.ofCsv(line);
            kept.accept(
                evidence(
                    file,
                    number,
                    name ->
                        name.equals("subject")
                            ? columns.cell(cells, SUBJECT)
                            : columns.cell(cells, name)));
          }
        },
        refused);
  }

  private static EvidenceLine evidence(Path file, long number, UnaryOperator<String> cell)
      throws Malformed {
    Instant since =
        Values.time("since", cell.apply("since"))
            .orElseThrow(() ->
                new Malformed("since is missing: write the day of their yes, like 2026-01-31"));
    Optional<Instant> until = Values.time("until", cell.apply("until"));
    if (until.isPresent() && !until.get().isAfter(since)) {
      throw new Malformed(
          "until is not after since: write the first day on which the yes no longer holds");
    }
    return new EvidenceLine(
        String.valueOf(file.getFileName()),
        number,
        subject(cell.apply("subject")),
        cell.apply("purpose").strip(),
        since,
        until,
        proof(cell.apply("evidence")));
  }

  private static String subject(String cell) throws Malformed {
    String said = cell.strip();
    if (said.isEmpty() || said.equals("u:") || said.equals("a:")) {
      throw new Malformed(
          "the line names nobody: write a subject, or * for everybody in the data set");
    }
    return said.equals(EvidenceLine.EVERYBODY) ? said : Values.subject(said);
  }

  private static String proof(String cell) throws Malformed {
    String said = Values.text("evidence", cell).strip();
    if (said.isEmpty()) {
      throw new Malformed(
          "the evidence is empty: say what shows the yes, and where that can be seen");
    }
    return said;
  }
}
