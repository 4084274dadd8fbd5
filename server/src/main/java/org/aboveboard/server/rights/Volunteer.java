package org.aboveboard.server.rights;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.vault.Look;
import org.aboveboard.server.vault.Looks;
import org.aboveboard.server.vault.Vault;
import org.aboveboard.server.vault.Vault.Given;
import org.aboveboard.server.vault.Volunteered;

/// What somebody says of themselves of their own will, and takes back again.
///
/// An answer and the yes to its purpose go together: what is said first says yes to the question as
/// it was put, and with the last answer that is taken back the yes is taken back too.
public final class Volunteer {
  private final Choose choose;
  private final Vault vault;
  private final Looks looks;
  private final SubjectStore subjects;
  private final Declaration declaration;
  private final InstantSource clock;

  Volunteer(
      Choose choose,
      Vault vault,
      Looks looks,
      SubjectStore subjects,
      Declaration declaration,
      InstantSource clock) {
    this.choose = choose;
    this.vault = vault;
    this.looks = looks;
    this.subjects = subjects;
    this.declaration = declaration;
    this.clock = clock;
  }

  /// What became of an answer.
  public sealed interface Outcome {
    /// It is kept, under this index of the journal.
    record Kept(long index) implements Outcome {}

    /// The yes to its purpose was not taken, or not everybody has heard it; nothing is kept.
    record NoYes(Settled settled) implements Outcome {}

    /// Something says no, by a rule of the policy; nothing is kept.
    record Withheld(Reason reason) implements Outcome {}
  }

  /// Whose browser and age have to be known.
  public record About(String name, OptOuts sent, boolean isMinor) {
    @Override
    public String toString() {
      return "About";
    }
  }

  /// Keeps an answer; a prompt that is cited is answered with yes first.
  public Outcome give(
      About who, Segment segment, String answer, Optional<String> prompt, Reply reply, How how) {
    if (prompt.isPresent() && who.isMinor() && !how.byGuardian()) {
      return new Outcome.Withheld(Reason.MINOR);
    }
    if (prompt.isPresent()) {
      Settled settled = choose.answer(who.name(), prompt.get(), reply, how).settled();
      if (!isYes(settled)) {
        return new Outcome.NoYes(settled);
      }
    }
    return switch (vault.give(who.name(), segment, answer, who.sent(), who.isMinor())) {
      case Given.Kept(long index) -> new Outcome.Kept(index);
      case Given.Withheld(Reason reason) -> new Outcome.Withheld(reason);
    };
  }

  private static boolean isYes(Settled settled) {
    return switch (settled) {
      case Settled.Done _, Settled.Again _ -> true;
      case Settled.Unheard _, Settled.NotTaken _ -> false;
    };
  }

  /// Takes an answer back, and with the last one of its purpose the yes; how many rows are gone.
  public long takeBack(String name, Segment segment, How how) {
    if (subjects.find(name).isEmpty()) {
      return 0;
    }
    boolean isLast =
        held(name).stream()
            .filter(one -> !one.segment().equals(segment.id()))
            .flatMap(one -> declaration.now().policy().segment(one.segment()).stream())
            .noneMatch(other -> other.purpose().equals(segment.purpose()));
    if (!isLast) {
      return vault.takeBack(name, segment);
    }
    Effect effect = choose.withdraw(name, purpose(segment), how);
    return effect.rowsDeleted();
  }

  /// What somebody said of themselves.
  public List<Volunteered> held(String name) {
    return subjects
        .find(name)
        .map(subject -> vault.held(rights(subject), subject))
        .orElse(List.of());
  }

  /// Who looked at it, or asked to.
  public List<Look> looks(String name) {
    return subjects.find(name).map(subject -> looks.at(rights(subject), subject)).orElse(List.of());
  }

  private Purpose purpose(Segment segment) {
    return declaration.now().policy().purpose(segment.purpose()).orElseThrow();
  }

  @AuditedBypass(why = "a person may see what they said of themselves, and who looked, at any time")
  private Grant rights(Subject subject) {
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
