package org.aboveboard.server.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Giving, refusing, taking back, and everything between. What is settled here holds for every
/// decision that begins after the answer.
public final class Consents {
  private final ConsentStore store;
  private final Declaration declaration;
  private final Settling settling;
  private final Answers answers;
  private final InstantSource clock;

  /// @param patience how long at most to wait until every node has heard a choice
  public Consents(
      ConsentStore store,
      SubjectStore subjects,
      Prompts prompts,
      Declaration declaration,
      Lease lease,
      InstantSource clock,
      Duration patience) {
    this.store = store;
    this.declaration = declaration;
    this.settling = new Settling(store, subjects, lease, patience);
    this.answers = new Answers(store, subjects, prompts, declaration, settling, clock);
    this.clock = clock;
  }

  /// What became of a choice.
  public sealed interface Settled {
    /// It holds, under this index of the journal.
    ///
    /// @param visitEnds when a yes ends that is for a visit
    record Done(
        Subject subject, About about, Choice.Kind said, Optional<Instant> visitEnds, long index)
        implements Settled {}

    /// It is written down and holds here, but not every node has confirmed in time that it heard.
    record Unheard(Done done) implements Settled {}

    /// It was done before, by the same answer to the same prompt, and stands.
    record Again(Done done) implements Settled {}

    /// It was not taken, and this is what to do.
    record NotTaken(String why, String cure) implements Settled {}
  }

  /// The answers to a prompt.
  public enum Reply {
    YES,
    NO,
    /// A yes that ends with the visit.
    VISIT
  }

  /// Whether an answer would be taken now, so that nothing is done for one that is not.
  public boolean wouldTake(String name, String promptId, Reply reply, How how) {
    return answers.wouldTake(name, promptId, reply, how);
  }

  /// Records the answer to a served prompt: a yes is to what was shown, even if the policy has
  /// changed since.
  public Settled answer(String name, String promptId, Reply reply, How how) {
    return answers.answer(name, promptId, reply, how);
  }

  /// Takes a yes back, or says no without having been asked; needs no prompt.
  public Settled withdraw(String name, Purpose purpose, How how) {
    return say(name, new About.ThePurpose(purpose), Choice.Kind.WITHDRAWN, how);
  }

  /// Leaves everything out for a while that rests on a yes.
  public Settled pause(String name, How how) {
    return say(name, new About.Everything(), Choice.Kind.PAUSED, how);
  }

  /// Ends a pause.
  public Settled resume(String name, How how) {
    return say(name, new About.Everything(), Choice.Kind.RESUMED, how);
  }

  /// Switches a surface or a signal off.
  public Settled switchOff(String name, About part, How how) {
    return say(name, part, Choice.Kind.WITHDRAWN, how);
  }

  /// Switches a surface or a signal on again, or an interest that was objected to; what needs a yes
  /// still needs it.
  public Settled switchOn(String name, About part, How how) {
    return say(name, part, Choice.Kind.GIVEN, how);
  }

  /// From now on what was done is kept for so many days at most.
  public Settled keepFor(String name, Purpose purpose, int days, How how) {
    InForce inForce = declaration.now();
    Instant now = clock.instant();
    Period longest = purpose.retention().longest();
    if (days < 1 || !Retention.longer(Period.ofDays(days), longest).equals(longest)) {
      return new Settled.NotTaken(
          "It can only be kept for less than the policy says.",
          "Choose at least a day, and at most " + days(longest, now) + " days.");
    }
    Words words = Words.keeping(purpose, days);
    return settling.settle(
        inForce, name, words, Optional.empty(), unprompted(inForce, how), how, now);
  }

  private static long days(Period period, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return today.plus(period).toEpochDay() - today.toEpochDay();
  }

  private Settled say(String name, About about, Choice.Kind said, How how) {
    InForce inForce = declaration.now();
    return settling.settle(
        inForce,
        name,
        Words.of(about, said),
        Optional.empty(),
        unprompted(inForce, how),
        how,
        clock.instant());
  }

  private static Particulars unprompted(InForce inForce, How how) {
    return Particulars.unprompted(how, inForce.policy().digest(), "");
  }

  /// Records the same yes of many people, with what it rests on.
  public void bring(
      Collection<Subject> people, Purpose purpose, Evidence evidence, Instant since, String proof) {
    Yes yes = Yes.lasting(purpose, since, proof);
    bring(evidence, people.stream().map(subject -> new Brought(subject, yes)).toList());
  }

  /// A yes and whose it is.
  public record Brought(Subject subject, Yes yes) {}

  /// Records yeses that were brought along, each with what it rests on.
  public void bring(Evidence evidence, List<Brought> brought) {
    InForce inForce = declaration.now();
    How how = new How("import", "file", false);
    List<ConsentRow> rows = new ArrayList<>();
    for (Brought one : brought) {
      Yes yes = one.yes();
      Words words =
          new Words(
              new About.ThePurpose(yes.purpose()),
              Choice.Kind.GIVEN,
              Optional.of(yes.until()),
              false,
              OptionalInt.empty(),
              yes.purpose().digest());
      Particulars particulars = Particulars.unprompted(how, inForce.policy().digest(), yes.proof());
      rows.add(
          words.by(
              one.subject(), inForce, evidence, Optional.empty(), particulars, how, yes.since()));
    }
    store.add(rows);
  }
}
