package org.aboveboard.policy.lint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReadPolicy;

/// Holds a policy that can be read against every rule.
///
/// An error always blocks. A warning blocks until the file it is about says why it stands:
/// `accepted: {DP37: ...}`. A reason without a warning is a warning itself, and no reason lifts
/// that.
public final class Lint {
  private static final Comparator<Finding> IN_FOLDER_ORDER =
      Comparator.comparing((Finding finding) -> finding.place().file())
          .thenComparingInt(finding -> finding.place().line())
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::what);

  private Lint() {}

  /// All findings, in the order of the files and their lines.
  ///
  /// @param today what last days are held against
  public static List<Finding> of(ReadPolicy read, LocalDate today) {
    return findings(new Reasons(read, false), found(read, today));
  }

  /// The same, after what is needed was measured.
  ///
  /// @param needless what was found to be of no use
  public static List<Finding> measured(ReadPolicy read, LocalDate today, List<Remark> needless) {
    var reasons = new Reasons(read, true);
    return findings(
        reasons,
        Stream.concat(
            found(read, today), needless.stream().map(remark -> new Broken(Rules.NEED, remark))));
  }

  /// Those because of which a policy is not to be taken into force.
  public static List<Finding> blocking(List<Finding> findings) {
    return findings.stream().filter(Finding::isBlocking).toList();
  }

  /// The policy, if nothing keeps it from being taken into force.
  public static Policy passed(ReadPolicy read, LocalDate today) throws PolicyFaults {
    List<Finding> blocking = blocking(of(read, today));
    if (!blocking.isEmpty()) {
      throw new PolicyFaults(blocking.stream().map(Finding::fault).toList());
    }
    return read.policy();
  }

  private record Broken(Rule rule, Remark remark) {}

  private static Stream<Broken> found(ReadPolicy read, LocalDate today) {
    var inspection = new Inspection(read, today);
    return Rules.CHECKS.stream()
        .flatMap(check ->
            check.look().apply(inspection).map(remark -> new Broken(check.rule(), remark)));
  }

  private static List<Finding> findings(Reasons reasons, Stream<Broken> broken) {
    var found = broken.map(one -> reasons.finding(one.rule(), one.remark())).distinct().toList();
    return Stream.concat(found.stream(), reasons.stale(found)).sorted(IN_FOLDER_ORDER).toList();
  }
}
