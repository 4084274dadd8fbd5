package org.aboveboard.server.evaluation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file that an evaluation wrote, read again.
public final class ReportFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Pattern DENSE =
      Pattern.compile("(?:EASE|RLAE) ([0-9.E-]{1,24})(?:, xi ([0-9.E-]{1,24}))?");

  private ReportFile() {}

  /// The report in these bytes; nothing where they are no report of this release.
  public static Optional<Report> read(byte[] json) {
    try {
      return Optional.of(MAPPER.readValue(json, Report.class))
          .filter(report -> Report.FORMAT.equals(report.format()));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /// Whether a model of this name is of the kind that a server runs.
  public static boolean isDense(String name) {
    return DENSE.matcher(name).matches();
  }

  /// The settings of the chosen model, if it is of the kind that a server runs.
  public static Optional<Entrant.Dense> chosen(Report report) {
    Matcher name = DENSE.matcher(report.chosen());
    return name.matches()
        ? Optional.of(
            new Entrant.Dense(
                Double.parseDouble(name.group(1)),
                Optional.ofNullable(name.group(2)).map(Double::parseDouble).orElse(0.0)))
        : Optional.empty();
  }
}
