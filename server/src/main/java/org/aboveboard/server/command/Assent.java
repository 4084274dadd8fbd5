package org.aboveboard.server.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Role;

/// What somebody is about to sign, after all that must be true of it has been found true.
///
/// @param assessment the one it rests on
record Assent(Policy policy, Purpose purpose, Person person, Assessment assessment) {

  /// Checks that this person may approve this purpose on this day.
  static Assent of(Policy policy, String purposeId, String personId, LocalDate today)
      throws Complaint {
    Purpose purpose = purpose(policy, purposeId);
    Person person = person(policy, personId);
    requireNew(policy, purpose, person);
    return new Assent(policy, purpose, person, assessment(policy, purpose, today));
  }

  private static Purpose purpose(Policy policy, String id) throws Complaint {
    List<String> invasive =
        policy.purposes().stream().filter(Purpose::isInvasive).map(Purpose::id).toList();
    String cure =
        invasive.isEmpty()
            ? "Nothing in this policy has to be approved."
            : "Name one of: " + String.join(", ", invasive) + ".";
    Purpose purpose =
        policy
            .purpose(id)
            .orElseThrow(() -> new Complaint("There is no purpose \"" + id + "\".", cure));
    if (!purpose.isInvasive()) {
      throw new Complaint("\"" + id + "\" is not invasive, so it needs no approval.", cure);
    }
    return purpose;
  }

  /// Somebody of this policy who can sign.
  static Person named(Policy policy, String id) throws Complaint {
    return policy.declared().people().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "There is nobody \"" + id + "\" in this policy.",
                "Add people/"
                    + id
                    + ".yaml with a name, a role and the key that"
                    + " ./aboveboard approve --new-key FILE prints."));
  }

  private static Person person(Policy policy, String id) throws Complaint {
    Person person = named(policy, id);
    List<String> approvers = policy.declared().approvers();
    if (!approvers.contains(person.role())) {
      throw new Complaint(
          "As " + label(policy, person.role()) + ", " + person.name() + " cannot approve this.",
          "By changes.yaml it is for: "
              + String.join(", ", approvers.stream().map(role -> label(policy, role)).toList())
              + ".");
    }
    return person;
  }

  private static void requireNew(Policy policy, Purpose purpose, Person person) throws Complaint {
    Optional<Approval> given =
        policy.approvals().stream()
            .filter(one -> one.purpose().equals(purpose.id()))
            .filter(one -> one.policy().equals(policy.digest()) && one.isSignedBy(person))
            .findFirst();
    if (given.isPresent()) {
      throw new Complaint(
          person.name() + " has approved this already, until " + given.get().until() + ".",
          "Remove that file from approvals/ to approve it anew.");
    }
  }

  private static Assessment assessment(Policy policy, Purpose purpose, LocalDate today)
      throws Complaint {
    String file = "purposes/" + purpose.id() + ".yaml";
    String id =
        purpose
            .assessment()
            .orElseThrow(() ->
                new Complaint(
                    "\"" + purpose.id() + "\" has not been assessed.",
                    "Assess it, write assessments/NAME.yaml, and name it in " + file + "."));
    Assessment assessment =
        policy.declared().assessments().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    String where = "assessments/" + id + ".yaml";
    if (assessment.outcome() != Assessment.Outcome.ACCEPTABLE) {
      throw new Complaint(
          "The assessment in " + where + " found it not acceptable.",
          "Change the purpose, and assess it again.");
    }
    if (!assessment.clears(purpose)) {
      throw new Complaint(
          "The assessment in " + where + " is of something else than the purpose is now.",
          "Assess it as it is now; then write under 'of': "
              + purpose.id()
              + ": \""
              + purpose.digest()
              + "\".");
    }
    if (assessment.until().isBefore(today)) {
      throw new Complaint(
          "The assessment in " + where + " ran out on " + assessment.until() + ".",
          "Assess it again, and write until when that counts.");
    }
    return assessment;
  }

  /// What is to be signed.
  Approval unsigned(String why, String results, LocalDate until) {
    return new Approval(
        purpose.id(), person.role(), person.id(), policy.digest(), why, results, until, "");
  }

  /// What a role is called, in English where the policy speaks it.
  static String label(Policy policy, String role) {
    return policy.roles().stream()
        .filter(one -> one.id().equals(role))
        .map(Role::label)
        .map(label -> label.in(Language.EN))
        .findFirst()
        .orElse(role);
  }
}
