package org.aboveboard.server.rights;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.rights.RightsStore.Reached;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Erases a subject: first the entry that it was asked, then rows and key in one transaction, then
/// the model, then a second look by other code, then the entry that says what was reached. A job
/// that a stop interrupts goes on at the next start; what copies are left open until their epoch
/// ends.
public final class Erase implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Erase.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String BEFORE = "integers before";
  private static final String ROWS = "rows and key";
  private static final String EXPORTS =
      "none: this release hands nobody's data to vendors; what the operator exported by hand is"
          + " theirs to delete";

  /// What stays after an erasure, for how long, and why that may be.
  public static final String KEPT =
      "entries of the journal that nobody can open any more, to account for what was done (GDPR Art."
          + " 5(2)); codes made from the id, to keep the erasure (Art. 17(1)): 90 days against late"
          + " records where there can be any, 12 hours against old questions, and outside the"
          + " database until the epoch ends";

  /// For how long late events that need no consent, and imports, are turned away.
  public static final int SUPPRESS_DAYS = 90;

  private final Vanish vanish;
  private final ErasureStore jobs;
  private final LookStore look;
  private final SubjectStore subjects;
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Learn learn;
  private final Lease lease;
  private final InstantSource clock;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  Erase(
      RightsStore rights,
      ErasureStore jobs,
      LookStore look,
      SubjectStore subjects,
      Catalogue catalogue,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    this.vanish = new Vanish(rights, subjects, declaration, clock);
    this.jobs = jobs;
    this.look = look;
    this.subjects = subjects;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.learn = learn;
    this.lease = lease;
    this.clock = clock;
  }

  /// Begins an erasure; nothing if the outside id is not known.
  public Optional<Job> begin(String name) {
    return subjects
        .find(name)
        .flatMap(this::start)
        .or(() -> jobs.open(subjects.lookup(name)))
        .map(this::again)
        .flatMap(jobs::find);
  }

  /// Tries again what has failed.
  public void retry() {
    for (ErasureStore.Open open : jobs.open()) {
      if (!open.isRunning() && jobs.restart(open.id())) {
        workers.execute(() -> run(open.id(), open.subject(), open.lookup()));
      }
    }
  }

  private UUID again(ErasureStore.Begun job) {
    if (job.hasFailed()) {
      retry();
    }
    return job.id();
  }

  /// How far an erasure has come.
  public Optional<Job> find(UUID id) {
    return jobs.find(id);
  }

  /// Goes on with what a stop interrupted.
  void resume() {
    for (ErasureStore.Open open : jobs.open()) {
      workers.execute(() -> run(open.id(), open.subject(), open.lookup()));
    }
  }

  private Optional<ErasureStore.Begun> start(Subject subject) {
    Optional<ErasureStore.Begun> job = jobs.begin(subject);
    job.filter(ErasureStore.Begun::isNew)
        .ifPresent(
            begun -> workers.execute(() -> run(begun.id(), subject.number(), subject.lookup())));
    return job;
  }

  private void run(UUID id, long subject, Lookup lookup) {
    Steps steps = new Steps(id, jobs);
    try {
      erase(id, subject, lookup, steps);
    } catch (InterruptedException e) {
      // the job stays open and goes on at the next start
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("An erasure failed. " + Trace.of(e));
      steps.failed("stopped", "see the server's log; it is tried again within ten minutes");
    }
  }

  private void erase(UUID id, long subject, Lookup lookup, Steps steps)
      throws InterruptedException {
    steps.done(BEFORE, digest());
    Reached reached = vanish.run(subject, lookup);
    steps.done(ROWS, reached.rows() + " rows deleted, the key among them");
    catalogue.forgetMentioned();
    steps.done("memory", "what this server keeps in memory is read anew from what is left");
    requireHeard(reached.index(), subject);
    requireLearnt(reached.index());
    String before = steps.said(BEFORE).orElseThrow();
    String after = digest();
    steps.done("model", "down-dated; integers before " + before + ", after " + after);
    steps.done("exports", EXPORTS);
    LookStore.Found found = look.look(grant(subject), lookup);
    if (found.rows() > 0 || learn.hasLearnt(subject)) {
      steps.failed("second look", found.rows() + " rows found that name them");
      return;
    }
    steps.done(
        "second look",
        "nothing found in " + String.join(", ", found.places()) + ", nor in the model");
    jobs.end(
        id,
        new Report(
            id,
            jobs.asked(id),
            rows(steps),
            reached.index(),
            before,
            after,
            String.join(", ", found.places()),
            found.rows(),
            EXPORTS,
            KEPT,
            declaration.now().policy().digest()),
        this::notReached);
  }

  /// Which copies can still be opened, and until when.
  private String notReached(int epoch) {
    return subjects
        .epochEnds(epoch)
        .map(end ->
            "backups and old parts of the disk, sealed under epoch "
                + epoch
                + ", until it ends on "
                + end.atOffset(ZoneOffset.UTC).toLocalDate()
                + " at the latest")
        .orElse(
            "copies made before there were epochs, sealed under the root key, until they are deleted");
  }

  private void requireHeard(long index, long subject) throws InterruptedException {
    if (!lease.awaitHeard(index, subject, PATIENCE)) {
      throw new IllegalStateException("not every node has heard of it within " + PATIENCE);
    }
  }

  private void requireLearnt(long index) throws InterruptedException {
    learn.wake(index);
    if (!learn.await(index, PATIENCE) || !lease.awaitLearnt(index, PATIENCE)) {
      throw new IllegalStateException("the model has not followed within " + PATIENCE);
    }
  }

  /// How many rows went, at whichever attempt.
  private static long rows(Steps steps) {
    return Long.parseLong(steps.said(ROWS).orElseThrow().split(" ", 2)[0]);
  }

  private String digest() {
    return HexFormat.of().formatHex(learn.gramDigest());
  }

  @AuditedBypass(why = "erasure must work after consent is withdrawn, and whatever was agreed to")
  private Grant grant(long subject) {
    return Grant.forRights(subject, declaration.now().policy(), clock.instant());
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
