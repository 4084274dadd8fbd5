package org.aboveboard.server.command;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Released;

/// Who signs a release, found to be allowed to.
record Signatory(Policy policy, Model model, Person person) {

  static Signatory of(Policy policy, Model model, String id) throws Complaint {
    Person person = Assent.named(policy, id);
    Signatory signatory = new Signatory(policy, model, person);
    if (!Released.mayRelease(model, person.role())) {
      throw signatory.refused(
          "cannot release this model", List.of(model.owner()), "Its owner may: ");
    }
    return signatory;
  }

  /// Checks that they may let limits through that were not met.
  void requireOverriding() throws Complaint {
    if (model.overriddenBy().isEmpty()) {
      throw new Complaint(
          "Nobody may override a limit of this model.",
          "Change the model; or name roles under 'overriddenBy' in models/"
              + model.id()
              + ".yaml, which is a change of the policy.");
    }
    if (!model.overriddenBy().contains(person.role())) {
      throw refused("cannot override its limits", model.overriddenBy(), "It is for: ");
    }
  }

  private Complaint refused(String what, Collection<String> roles, String lead) {
    return new Complaint(
        "As " + role() + ", " + person.name() + " " + what + ".", lead + labels(roles) + ".");
  }

  String role() {
    return Assent.label(policy, person.role());
  }

  String labels(Collection<String> roles) {
    return roles.stream()
        .sorted()
        .map(role -> Assent.label(policy, role))
        .collect(Collectors.joining(", "));
  }
}
