package org.aboveboard.server.command;

import static org.aboveboard.policy.Spoken.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.server.evaluation.Entrant;
import org.aboveboard.server.evaluation.Report;
import org.aboveboard.server.evaluation.ReportFile;

/// An evaluation's file, as a release rests on it.
///
/// @param digest SHA-256 of the file
record Measurement(Report report, String digest, Setting setting) {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_RESULTS = 200;
  private static final String AGAIN =
      "Write it anew: ./aboveboard evaluate --data FOLDER --policy FOLDER --report FOLDER.";

  static Measurement read(Path file) throws IOException, Complaint {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new Complaint("There is no evaluation at " + file + ".", AGAIN);
    }
    byte[] bytes = Files.readAllBytes(file);
    Report report =
        ReportFile.read(bytes)
            .orElseThrow(() ->
                new Complaint(file + " is no evaluation of this release of Aboveboard.", AGAIN));
    Entrant.Dense dense =
        ReportFile.chosen(report)
            .orElseThrow(() ->
                new Complaint(
                    "The evaluation chose '" + report.chosen() + "', which no server runs.",
                    "Give it enough memory for all pairs of its items, and measure again."));
    if (!isBest(report)) {
      throw new Complaint(
          "The evaluation contradicts itself about what was chosen: it was changed.", AGAIN);
    }
    return new Measurement(report, digest(bytes), Setting.of(dense.lambda(), dense.xi()));
  }

  /// Whether the chosen model did best of those that a server runs, on the people to choose by.
  private static boolean isBest(Report report) {
    Optional<Report.Model> best =
        report.models().stream()
            .filter(one -> ReportFile.isDense(one.name()))
            .max(Comparator.comparingDouble(Report.Model::ndcg100ToChooseBy));
    return best.filter(one -> one.name().equals(report.chosen())).isPresent();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// What was measured of a limit; nothing inside where it could not be measured.
  Optional<Double> of(Model.Limit limit) throws Complaint {
    Report.Held held =
        report.limits().stream()
            .filter(one -> one.figure().equals(limit.figure().word()))
            .filter(one -> one.limit() == limit.value() && one.bound().equals(bound(limit)))
            .findFirst()
            .orElseThrow(() ->
                new Complaint(
                    say(
                        "The evaluation was not held to '%s %s %s', which this policy declares.",
                        limit.figure().word(), bound(limit), limit.value()),
                    AGAIN));
    Optional<Double> value = held.measured().value();
    if (held.isMet() != value.filter(limit::allows).isPresent()) {
      throw new Complaint(
          "The evaluation contradicts itself about '" + held.figure() + "': it was changed.",
          AGAIN);
    }
    return value;
  }

  private static String bound(Model.Limit limit) {
    return switch (limit.bound()) {
      case AT_LEAST -> "at least";
      case AT_MOST -> "at most";
    };
  }

  /// What else was found of the chosen model and of each group, for people to read.
  Map<String, String> results() {
    List<String[]> lines = new ArrayList<>();
    report.models().stream()
        .filter(one -> one.name().equals(report.chosen()))
        .forEach(one -> lines.add(line("NDCG@100, all", say("%.4f", one.ndcg100()))));
    report.segments().forEach(segment -> segments(segment, lines));
    report
        .figures()
        .forEach(one -> lines.add(line(one.figure() + ": " + one.words(), said(one.value()))));
    Map<String, String> results = new TreeMap<>();
    lines.stream().limit(MOST_RESULTS).forEach(line -> results.put(line[0], line[1]));
    if (lines.size() > MOST_RESULTS) {
      results.put("left out", (lines.size() - MOST_RESULTS) + " more are in the evaluation");
    }
    return results;
  }

  private static void segments(Report.Segment segment, List<String[]> lines) {
    String name = "NDCG@100, " + segment.segment() + ", " + segment.stratum();
    segment.groups().forEach(group -> lines.add(line(name + ": " + group.group(), said(group))));
    if (segment.notShown() > 0) {
      lines.add(line(name + ": not shown", segment.notShown() + " more, of too few people"));
    }
    lines.add(line(name + ": largest difference", said(segment.gap())));
  }

  private static String said(Report.Group group) {
    return say("%.4f (%d people)", group.value(), group.people());
  }

  private static String said(Report.Answer answer) {
    return answer.value().map(value -> say("%.4f", value)).or(answer::none).orElse("not measured");
  }

  private static String[] line(String name, String value) {
    return new String[] {name, value};
  }
}
