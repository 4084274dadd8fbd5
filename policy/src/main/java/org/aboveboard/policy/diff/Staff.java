package org.aboveboard.policy.diff;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Turn;

/// Which way each key goes of who may do what, who signs, and who must agree to changes.
record Staff(Versions versions, List<Change> changes) {

  void compare() {
    whoMustAgree();
    versions.each(
        Part.ROLE,
        Declared::roles,
        Role::id,
        role -> role.uses().isEmpty() ? Gain.WORDS : Gain.MORE,
        _ -> Reach.NOBODY,
        changes,
        pair ->
            pair.text("label", "it is called", Role::label)
                .members(
                    "uses", "it may …", role -> Purposes.words(role.uses()), w -> w, Gain.MORE));
    versions.each(
        Part.PERSON,
        Declared::people,
        Person::id,
        _ -> Gain.MORE,
        person -> versions.touching(approvedBy(person)),
        changes,
        this::person);
  }

  private void whoMustAgree() {
    var pair = versions.file(Part.CHANGES, Function.identity(), Reach.NOBODY, changes);
    for (var turn : Turn.values()) {
      var key = Spelled.word(turn);
      needed(
          pair, key, "for a " + key + " the agreement is … needed of", d -> d.changes().of(turn));
    }
    var invasive = versions.touching(versions.purposes(Purpose::isInvasive));
    needed(
        pair.reaching(invasive),
        "invasive",
        "for what is invasive the signature is … needed of",
        Declared::approvers);
  }

  private void needed(
      Pair<Declared> pair, String key, String what, Function<Declared, List<String>> roles) {
    pair.members(key, what, roles, versions.names(Part.ROLE), Gain.GUARD)
        .order(
            key,
            "the order of those who must agree is",
            roles,
            versions.names(Part.ROLE),
            Way.words());
  }

  private void person(Pair<Person> pair) {
    pair.reaching(versions.touching(Ids.union(approvedBy(pair.before()), approvedBy(pair.after()))))
        .plain("name", "the name is", Person::name)
        .value("role", "signs as", Person::role, versions.names(Part.ROLE), Way.other())
        .value("key", "signs with the key", Person::key, Staff::end, Way.other());
  }

  /// Who signs as an approver can let an invasive purpose go on.
  private Set<String> approvedBy(Person person) {
    return versions.purposes((declared, purpose) ->
        purpose.isInvasive() && declared.approvers().contains(person.role()));
  }

  private static String end(String key) {
    return key.length() > 8 ? "…" + key.substring(key.length() - 8) : key;
  }
}
