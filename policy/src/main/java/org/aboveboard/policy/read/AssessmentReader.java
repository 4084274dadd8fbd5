package org.aboveboard.policy.read;

import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Assessment;

/// Reads an assessment, or an approval.
final class AssessmentReader {
  private AssessmentReader() {}

  static Assessment assessment(String id, Reading file) {
    var of = file.textsByKey("of");
    of.keySet().forEach(purpose -> file.linkTo(Kind.PURPOSE, purpose, "of"));
    var assessment =
        new Assessment(
            id,
            file.words("label"),
            file.words("conclusion"),
            of,
            file.link("by", Kind.ROLE),
            file.date("on"),
            file.date("until"),
            file.oneOf("outcome", Assessment.Outcome.class, Assessment.Outcome.NOT_ACCEPTABLE));
    if (of.isEmpty()) {
      file.fault(
          "of",
          "The assessment is of nothing.",
          "Write each purpose with the digest of its meaning.");
    }
    return assessment;
  }

  static Approval approval(String id, Reading file) {
    return new Approval(
        file.link("purpose", Kind.PURPOSE),
        file.link("role", Kind.ROLE),
        file.link("person", Kind.PERSON),
        file.text("policy"),
        file.text("why"),
        file.text("results"),
        file.date("until"),
        file.text("signature"));
  }
}
