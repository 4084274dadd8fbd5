package org.aboveboard.policy.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;

/// The record of processing that Article 30 of the GDPR wants: a row for each purpose, and for each
/// row the same columns.
///
/// @param policy the digest of the policy it was made from
/// @param columns their headings
/// @param rows for each purpose one cell under each heading
public record RecordOfProcessing(
    String policy, Language language, String heading, List<String> columns, List<Row> rows) {

  /// What a formula can begin with, in both widths.
  private static final String FORMULA = "=+-@|%＝＋－＠";

  public RecordOfProcessing {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// What is recorded of one purpose.
  public record Row(String purpose, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// The record of a policy in a language.
  public static RecordOfProcessing of(Policy policy, Language language) {
    return new RecordRows(policy, language).record();
  }

  /// As comma-separated values (RFC 4180), the digest of the policy in the last column.
  public String csv() {
    var heading = Stream.concat(columns.stream(), Stream.of("policy"));
    return Stream.concat(
            Stream.of(line(heading)),
            rows.stream().map(row -> line(Stream.concat(row.cells().stream(), Stream.of(policy)))))
        .collect(Collectors.joining());
  }

  private static String line(Stream<String> cells) {
    return cells.map(RecordOfProcessing::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe.
  private static String cell(String text) {
    var isFormula = !text.isBlank() && FORMULA.indexOf(text.strip().charAt(0)) >= 0;
    return '"' + (isFormula ? "'" + text : text).replace("\"", "\"\"") + '"';
  }
}
