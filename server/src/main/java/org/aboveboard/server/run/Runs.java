package org.aboveboard.server.run;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.receipt.Absence;
import org.aboveboard.ledger.receipt.RunList;
import org.aboveboard.models.Settings;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.learn.Learn.Composition;
import org.aboveboard.server.run.RunStore.Everybody;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Writes down of what the model is made, so that it can be made again and everybody can tell
/// whether they were in it.
///
/// The model follows every event; a run is what it was at one moment. Who is in it stands there
/// under pseudonyms that only each of them can make, from a secret that every yes of theirs commits
/// to. Whoever finds no such pseudonym between its two neighbours in the sorted list was not in the
/// run, and needs no key of the operator's to know.
public final class Runs {
  private static final int RUN = 16;

  private final RunStore store;
  private final SubjectStore subjects;
  private final Learn learn;
  private final Declaration declaration;
  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Optional<Bytes> integers = Optional.empty();

  public Runs(
      Pools pools,
      Journal journal,
      SubjectStore subjects,
      Learn learn,
      Declaration declaration,
      Settings settings,
      InstantSource clock) {
    this.store = new RunStore(pools, journal);
    this.subjects = subjects;
    this.learn = learn;
    this.declaration = declaration;
    this.settings = settings;
    this.clock = clock;
  }

  /// A run that was published.
  public record Published(long index, Instant at, String run) {}

  /// What was found of somebody in a run.
  public sealed interface Found {
    /// They were not in it; this proves it.
    record Absent(Absence absence) implements Found {}

    /// They were in it.
    record Present() implements Found {}

    /// There is no such run, or nothing is known of the person.
    record Nothing() implements Found {}
  }

  /// Writes down the model as it is, unless that was done already; answers the index.
  public synchronized Optional<Long> write() {
    Composition model = learn.composition();
    if (model.subjects().isEmpty() || integers.equals(Optional.of(model.digest()))) {
      return Optional.empty();
    }
    byte[] run = new byte[RUN];
    random.nextBytes(run);
    RunList people = RunList.of(subjects.pseudonyms(upkeep(), model.subjects(), run));
    Placed placed =
        store.add(Trained.of(run, model, people, declaration.now().policy().digest(), settings));
    integers = Optional.of(model.digest());
    return placed instanceof Placed.At(long index) ? Optional.of(index) : Optional.empty();
  }

  /// Whether the last run is that old; so it is where there is none.
  boolean isDue(Duration age) {
    return learn.progress().isReady()
        && store.latest(1).stream().allMatch(last -> last.at().plus(age).isBefore(clock.instant()));
  }

  /// The latest runs, newest first.
  public List<Published> latest(int most) {
    return store.latest(most);
  }

  /// Whether somebody was in a run.
  public Found find(String name, long index) {
    Optional<Everybody> run = store.find(index);
    Optional<Subject> subject = subjects.find(name);
    return run.isPresent() && subject.isPresent()
        ? find(subject.get(), run.get())
        : new Found.Nothing();
  }

  private static Found find(Subject subject, Everybody run) {
    byte[] id = run.run().array();
    Hash pseudonym = RunList.pseudonym(subject.runSecret(), id);
    return run.people()
        .absence(pseudonym, id)
        .<Found>map(Found.Absent::new)
        .orElseGet(Found.Present::new);
  }

  @AuditedBypass(why = "who is in a run is written down under pseudonyms that only they can make")
  private Grant upkeep() {
    return Grant.forUpkeep(declaration.now().policy(), clock.instant());
  }
}
