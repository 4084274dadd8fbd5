package org.aboveboard.server.rights;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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

/// Erases a subject: rows and key in one transaction, then the model, then a second look. A job
/// that a stop interrupts goes on at the next start.
public final class Erase implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Erase.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// For how long late events that need no consent, and imports, are turned away.
  public static final int SUPPRESS_DAYS = 90;

  private final RightsStore rights;
  private final Vanish vanish;
  private final ErasureStore jobs;
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
      SubjectStore subjects,
      Catalogue catalogue,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    this.rights = rights;
    this.vanish = new Vanish(rights, subjects, declaration, clock);
    this.jobs = jobs;
    this.subjects = subjects;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.learn = learn;
    this.lease = lease;
    this.clock = clock;
  }

  /// Begins an erasure; nothing if the outside id is not known.
  public Optional<Job> begin(String name) {
    return subjects.find(name).flatMap(subject -> jobs.find(start(subject)));
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

  private UUID start(Subject subject) {
    return jobs.running(OptionalLong.of(subject.number()))
        .orElseGet(() -> {
          UUID id = jobs.begin(subject);
          workers.execute(() -> run(id, subject.number(), subject.lookup()));
          return id;
        });
  }

  private void run(UUID id, long subject, Lookup lookup) {
    List<Step> steps = new ArrayList<>();
    try {
      double leverage = learn.leverage(subject);
      String before = digest();
      Reached reached = vanish.run(subject, lookup);
      catalogue.forgetMentioned();
      steps.add(done("rows and key", reached.rows() + " rows deleted, the key among them"));
      jobs.note(id, steps);
      if (!lease.awaitHeard(reached.index(), subject, PATIENCE)) {
        throw new IllegalStateException("not every node has heard of it within " + PATIENCE);
      }
      learn.wake(reached.index());
      if (!learn.await(reached.index(), PATIENCE)
          || !lease.awaitLearnt(reached.index(), PATIENCE)) {
        throw new IllegalStateException("the model has not followed within " + PATIENCE);
      }
      steps.add(
          done(
              "model",
              String.format(
                  Locale.ROOT,
                  "down-dated; its leverage was %.6f; integers before %s, after %s",
                  leverage,
                  before,
                  digest())));
      jobs.note(id, steps);
      long left = rights.left(grant(subject));
      steps.add(
          new Step(
              "second look", left == 0 ? "done" : "failed", left + " rows found that name them"));
      jobs.end(id, left == 0 ? "done" : "failed", steps);
    } catch (InterruptedException e) {
      // the job stays open and goes on at the next start
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("An erasure failed. " + Trace.of(e));
      steps.add(
          new Step("stopped", "failed", "see the server's log; it goes on at the next start"));
      jobs.end(id, "failed", steps);
    }
  }

  private String digest() {
    return HexFormat.of().formatHex(learn.gramDigest());
  }

  private static Step done(String name, String detail) {
    return new Step(name, "done", detail);
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
