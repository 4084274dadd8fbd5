package org.aboveboard.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Until when an invasive purpose is assessed and approved; any other purpose needs neither.
record Clearance(boolean isNeeded, Instant assessed, Instant approved) {
  private static final Clearance NOT_NEEDED = new Clearance(false, Instant.EPOCH, Instant.EPOCH);

  /// What the assessments and the approvals on file clear a purpose for.
  static Clearance of(
      Purpose purpose, String policyDigest, Declared declared, Collection<Approval> approvals) {
    if (!purpose.isInvasive()) {
      return NOT_NEEDED;
    }
    var assessed =
        declared.assessments().stream()
            .filter(assessment -> purpose.assessment().filter(assessment.id()::equals).isPresent())
            .filter(assessment -> assessment.clears(purpose))
            .map(Assessment::until);
    var valid =
        approvals.stream()
            .filter(one -> one.purpose().equals(purpose.id()) && one.policy().equals(policyDigest))
            .filter(one -> declared.people().stream().anyMatch(one::isSignedBy))
            .toList();
    return new Clearance(
        true,
        end(assessed.max(Comparator.naturalOrder())),
        declared.approvers().stream()
            .map(role -> end(latest(valid, role)))
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH));
  }

  /// What is missing at an instant, as bits of [Reason].
  int lacking(Instant now) {
    return isNeeded
        ? (now.isBefore(assessed) ? 0 : Reason.NOT_ASSESSED.bit())
            | (now.isBefore(approved) ? 0 : Reason.NOT_APPROVED.bit())
        : 0;
  }

  /// The last day on which it is both, if it ever is.
  Optional<LocalDate> until() {
    return Stream.of(assessed, approved)
        .min(Comparator.naturalOrder())
        .filter(end -> end.isAfter(Instant.EPOCH))
        .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(1));
  }

  private static Optional<LocalDate> latest(List<Approval> valid, String role) {
    return valid.stream()
        .filter(approval -> approval.role().equals(role))
        .map(Approval::until)
        .max(Comparator.naturalOrder());
  }

  /// The first instant after the last day.
  private static Instant end(Optional<LocalDate> last) {
    return last.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
        .orElse(Instant.EPOCH);
  }
}
