package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Accepted;
import org.aboveboard.policy.read.ReadPolicy;

/// The written reasons for warnings, and which of them stand for none.
///
/// @param isMeasured whether it was looked for what needs measuring
record Reasons(ReadPolicy read, boolean isMeasured) {

  /// What is found, with the reason that its file gives for it.
  Finding finding(Rule rule, Remark remark) {
    Optional<String> reason =
        read.accepted().stream()
            .filter(_ -> !rule.isError())
            .filter(one -> one.rule().equals(rule.id()))
            .filter(one -> one.file().equals(remark.place().file()))
            .map(Accepted::because)
            .findFirst();
    return new Finding(rule, remark.place(), remark.what(), remark.cure(), reason);
  }

  /// A warning for each reason that stands for none of these.
  Stream<Finding> stale(List<Finding> found) {
    return read.accepted().stream()
        .filter(one -> isMeasured || !one.rule().equals(Rules.NEED.id()))
        .filter(one -> found.stream().noneMatch(finding -> isFor(one, finding)))
        .map(one ->
            new Finding(
                Rules.REASON,
                read.places().of(one.file(), "accepted", one.rule()),
                stale(one),
                "Remove the line.",
                Optional.empty()));
  }

  private static boolean isFor(Accepted reason, Finding finding) {
    return finding.accepted().isPresent()
        && finding.rule().id().equals(reason.rule())
        && finding.place().file().equals(reason.file());
  }

  private static String stale(Accepted reason) {
    var id = reason.rule();
    return Rules.named(id)
        .map(rule ->
            rule.isError()
                ? say("'%s' is an error: no reason lifts it.", id)
                : say("Nothing here breaks '%s': a reason for nothing hides the next one.", id))
        .orElse(say("There is no rule '%s'.", id));
  }
}
