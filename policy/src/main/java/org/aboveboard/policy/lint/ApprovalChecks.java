package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.Kind;

/// What is demanded of the approvals on file.
final class ApprovalChecks {
  private static final String ANCHOR = "GDPR Art. 24(1)";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("A-SIGNATURE", "An approval is signed by the person it names.", ANCHOR)
                  .and(Held.RUNTIME, "`Clearance`: it does not count"),
              ApprovalChecks::signature),
          new Check(
              warning("A-VERSION", "An approval is of this version of the policy.", ANCHOR)
                  .and(Held.RUNTIME, "`Clearance`: it does not count"),
              ApprovalChecks::version),
          new Check(
              warning("A-APPROVAL", "What is invasive is approved, or says why not.", ANCHOR)
                  .and(Held.RUNTIME, "`Clearance`: the decision denies"),
              ApprovalChecks::approval),
          new Check(
              warning("A-EXPIRES", "An approval holds for thirty more days.", ANCHOR),
              ApprovalChecks::expires));

  private ApprovalChecks() {}

  private record Filed(String id, Approval approval) {}

  private static Stream<Filed> filed(Inspection in) {
    var ids = in.ids(Kind.APPROVAL);
    var approvals = in.policy().approvals();
    return IntStream.range(0, Math.min(ids.size(), approvals.size()))
        .mapToObj(at -> new Filed(ids.get(at), approvals.get(at)));
  }

  private static boolean isSigned(Inspection in, Approval approval) {
    return in.declared().people().stream().anyMatch(approval::isSignedBy);
  }

  private static boolean isOfThisVersion(Inspection in, Approval approval) {
    return approval.policy().equals(in.policy().digest());
  }

  private static Stream<Remark> signature(Inspection in) {
    return filed(in)
        .filter(filed -> !isSigned(in, filed.approval()))
        .map(filed ->
            new Remark(
                in.place(Kind.APPROVAL, filed.id(), "signature"),
                say(
                    "The key of '%s' did not sign this: it is not what they approved.",
                    filed.approval().person()),
                "Remove the file, and have it signed anew with './aboveboard approve'."));
  }

  private static Stream<Remark> version(Inspection in) {
    return filed(in)
        .filter(filed -> !isOfThisVersion(in, filed.approval()))
        .map(filed ->
            new Remark(
                in.place(Kind.APPROVAL, filed.id(), "policy"),
                "It approves another version of this policy, and counts for nothing here.",
                "Have this version signed with './aboveboard approve', or remove the file."));
  }

  private static Stream<Remark> approval(Inspection in) {
    return in.policy().purposes().stream()
        .filter(Purpose::isInvasive)
        .flatMap(purpose ->
            in.declared().approvers().stream()
                .filter(role -> end(in, purpose, role).filter(end -> !in.isPast(end)).isEmpty())
                .map(role ->
                    new Remark(
                        in.place(Kind.PURPOSE, purpose.id(), "level"),
                        say(
                            "It is off: this version has no valid approval of the role '%s'.",
                            role),
                        "Have it signed with './aboveboard approve', or write why it stays off"
                            + " under 'accepted'.")));
  }

  /// The last day on which a role approves of a purpose under this version.
  private static Optional<LocalDate> end(Inspection in, Purpose purpose, String role) {
    return in.policy().approvals().stream()
        .filter(one -> one.purpose().equals(purpose.id()) && one.role().equals(role))
        .filter(one -> isOfThisVersion(in, one) && isSigned(in, one))
        .map(Approval::until)
        .max(Comparator.naturalOrder());
  }

  private static Stream<Remark> expires(Inspection in) {
    return filed(in)
        .filter(filed -> isOfThisVersion(in, filed.approval()) && isSigned(in, filed.approval()))
        .filter(filed -> in.isSoon(filed.approval().until()))
        .map(filed ->
            new Remark(
                in.place(Kind.APPROVAL, filed.id(), "until"),
                say(
                    "Its last day is %s: from then on the purpose is off.",
                    filed.approval().until()),
                "Have it signed anew with './aboveboard approve'."));
  }
}
