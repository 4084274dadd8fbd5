package org.aboveboard.policy.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// What a purpose that must be assessed or approved needs under the new version.
///
/// @param digest of what the purpose means now, which its assessment must name
/// @param unsigned labels of the roles whose signed approval of the new version is not on file; an
///   approval names the digest of the whole policy, so every version needs its own
public record Clearing(Thing purpose, String digest, Assessed assessed, List<String> unsigned) {
  public Clearing {
    unsigned = List.copyOf(unsigned);
  }

  /// How its assessment stands.
  public sealed interface Assessed {

    /// It looked at what the purpose is now.
    ///
    /// @param until the last day on which it counts
    record Valid(Thing assessment, LocalDate until) implements Assessed {}

    /// It looked at something else, or found too much risk.
    record Stale(Thing assessment) implements Assessed {}

    /// There is none.
    record Missing() implements Assessed {}
  }

  static List<Clearing> of(Versions versions) {
    var after = versions.after();
    var all = new ArrayList<Clearing>();
    for (var purpose : after.purposes()) {
      if (purpose.isInvasive() || purpose.assessment().isPresent()) {
        all.add(
            new Clearing(
                versions.thing(Part.PURPOSE, purpose.id()),
                purpose.digest(),
                assessed(versions, purpose),
                unsigned(versions, purpose)));
      }
    }
    return all;
  }

  private static Assessed assessed(Versions versions, Purpose purpose) {
    return purpose
        .assessment()
        .flatMap(id -> assessment(versions.after(), id))
        .map(found -> {
          var thing = versions.thing(Part.ASSESSMENT, found.id());
          return found.clears(purpose)
              ? new Assessed.Valid(thing, found.until())
              : new Assessed.Stale(thing);
        })
        .orElseGet(Assessed.Missing::new);
  }

  private static Optional<Assessment> assessment(Policy policy, String id) {
    return policy.declared().assessments().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static List<String> unsigned(Versions versions, Purpose purpose) {
    if (!purpose.isInvasive()) {
      return List.of();
    }
    var after = versions.after();
    return after.declared().approvers().stream()
        .filter(role ->
            after.approvals().stream()
                .filter(one -> one.purpose().equals(purpose.id()) && one.role().equals(role))
                .filter(one -> one.policy().equals(after.digest()))
                .noneMatch(one -> after.declared().people().stream().anyMatch(one::isSignedBy)))
        .map(role -> versions.thing(Part.ROLE, role).label())
        .toList();
  }

  /// What has to be done, in words; empty where nothing has.
  List<String> words() {
    var lines = new ArrayList<String>();
    var name = Spelled.quoted(purpose.label());
    switch (assessed) {
      case Assessed.Valid(Thing assessment, LocalDate until) ->
          lines.add(
              Spelled.quoted(assessment.label())
                  + " clears "
                  + name
                  + " as it is now; it counts until "
                  + until
                  + ".");
      case Assessed.Stale(Thing assessment) ->
          lines.add(
              Spelled.quoted(assessment.label())
                  + " is stale: it does not clear "
                  + name
                  + " as it is now. Assess it anew and write its digest, "
                  + digest
                  + ", in "
                  + assessment.file()
                  + ".");
      case Assessed.Missing() ->
          lines.add(
              name
                  + " has no assessment, so it is off. Write one and name it in "
                  + purpose.file()
                  + ".");
    }
    if (!unsigned.isEmpty()) {
      lines.add(
          name
              + " is off until this version is signed for by: "
              + Spelled.list(unsigned)
              + ". An approval of another version does not count"
              + " (./aboveboard approve --purpose "
              + purpose.id()
              + ").");
    }
    return lines;
  }
}
