package org.aboveboard.server.load;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What one line of evidence says under each name, before it is taken for a yes.
///
/// @param cell what stands under a name; empty text where nothing does
record EvidenceCells(String file, long number, UnaryOperator<String> cell) {

  /// The yes that the line tells of; a line that names an events file counts for that file alone.
  EvidenceLine line(FileDigest events) throws Malformed {
    String wanted = said("events");
    if (!wanted.isEmpty() && !events.is(wanted)) {
      throw new Malformed(
          "the line is about another events file, whose SHA-256 it names: bring that file, or"
              + " evidence for this one");
    }
    Instant since =
        Values.time("since", said("since"))
            .orElseThrow(() ->
                new Malformed("since is missing: write the day of their yes, like 2026-01-31"));
    return new EvidenceLine(file, number, subject(), said("purpose"), since, until(since), proof());
  }

  private String said(String name) {
    return cell.apply(name).strip();
  }

  private Optional<Instant> until(Instant since) throws Malformed {
    Optional<Instant> until = Values.time("until", said("until"));
    if (until.isPresent() && !until.get().isAfter(since)) {
      throw new Malformed(
          "until is not after since: write the first day on which the yes no longer holds");
    }
    return until;
  }

  private String subject() throws Malformed {
    String said = said("subject");
    if (said.isEmpty() || said.equals("u:") || said.equals("a:")) {
      throw new Malformed(
          "the line names nobody: write a subject, or * for everybody in the data set");
    }
    return said.equals(EvidenceLine.EVERYBODY) ? said : Values.subject(said);
  }

  private String proof() throws Malformed {
    String said = Values.text("evidence", said("evidence")).strip();
    if (said.isEmpty()) {
      throw new Malformed(
          "the evidence is empty: say what shows the yes, and where that can be seen");
    }
    return said;
  }
}
