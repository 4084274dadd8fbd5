package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Turn;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.policy.read.Place;

/// What is demanded of who answers for what.
final class OwnerChecks {
  private static final String ANCHOR = "GDPR Art. 24(1)";
  private static final Set<Use> OF_A_MODEL = Set.of(Use.TRAIN, Use.AUDIT);
  private static final Set<Use> OF_A_MONITOR = Set.of(Use.AUDIT);

  static final List<Check> ALL =
      List.of(
          new Check(
              warning(
                  "O-OWNER",
                  "Whoever owns a purpose, a model or a monitor may look into what it does.",
                  ANCHOR),
              OwnerChecks::owner),
          new Check(
              warning("O-ROLE", "Every role is good for something.", ANCHOR), OwnerChecks::role),
          new Check(
              warning(
                  "O-HOLDER", "Where the people who sign are named, somebody can approve.", ANCHOR),
              OwnerChecks::holder));

  private OwnerChecks() {}

  private static Stream<Remark> owner(Inspection in) {
    var purposes =
        in.policy().purposes().stream()
            .filter(purpose -> isBlind(in, purpose.owner(), purpose.uses()))
            .map(purpose -> blind(purpose.owner(), in.place(Kind.PURPOSE, purpose.id(), "owner")));
    var models =
        in.declared().models().stream()
            .filter(model -> isBlind(in, model.owner(), OF_A_MODEL))
            .map(model -> blind(model.owner(), in.place(Kind.MODEL, model.id(), "owner")));
    var monitors =
        in.declared().oversight().monitors().stream()
            .filter(monitor -> isBlind(in, monitor.owner(), OF_A_MONITOR))
            .map(monitor -> blind(monitor.owner(), in.place(Kind.MONITOR, monitor.id(), "owner")));
    return Stream.of(purposes, models, monitors).flatMap(all -> all);
  }

  private static boolean isBlind(Inspection in, String owner, Set<Use> uses) {
    return in.role(owner).filter(role -> Collections.disjoint(role.uses(), uses)).isPresent();
  }

  private static Remark blind(String owner, Place place) {
    return new Remark(
        place,
        say("'%s' answers for this and may look into none of it: nobody does in truth.", owner),
        "Name a role that may, or give this one a use that fits in roles.yaml.");
  }

  private static Stream<Remark> role(Inspection in) {
    var named = named(in);
    return in.policy().roles().stream()
        .filter(role -> role.uses().isEmpty() && !named.contains(role.id()))
        .map(role ->
            new Remark(
                in.place(Kind.ROLE, role.id(), role.id()),
                say("Nothing names the role '%s', and it may do nothing.", role.id()),
                "Remove it, or say what it is for."));
  }

  private static Set<String> named(Inspection in) {
    var declared = in.declared();
    return Stream.of(
            declared.purposes().stream().map(Purpose::owner),
            declared.models().stream().map(Model::owner),
            declared.models().stream().flatMap(model -> model.overriddenBy().stream()),
            declared.oversight().monitors().stream().map(Monitor::owner),
            declared.oversight().experiments().stream().map(Experiment::owner),
            declared.people().stream().map(Person::role),
            declared.assessments().stream().map(Assessment::by),
            declared.approvers().stream(),
            Arrays.stream(Turn.values()).map(declared.changes()::of).flatMap(Collection::stream))
        .flatMap(roles -> roles)
        .collect(toUnmodifiableSet());
  }

  private static Stream<Remark> holder(Inspection in) {
    var held = in.declared().people().stream().map(Person::role).collect(toUnmodifiableSet());
    return in.declared().approvers().stream()
        .filter(role -> !held.isEmpty() && !held.contains(role))
        .map(role ->
            new Remark(
                in.place("changes.yaml", "invasive"),
                say("Nobody in people/ has the role '%s', so nobody can approve.", role),
                "Add people/NAME.yaml with that role, or name another role here."));
  }
}
