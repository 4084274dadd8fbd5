package org.aboveboard.server.rights;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.QuarantineStore;
import org.aboveboard.server.collect.Quarantined;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.rights.RightsStore.Reached;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Takes back what a person did with one item: it is no longer used, and the model forgets it.
///
/// What another basis holds, such as an order, stays for that alone.
public final class Forget {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RightsStore store;
  private final QuarantineStore quarantine;
  private final SubjectStore subjects;
  private final Declaration declaration;
  private final Learn learn;
  private final Lease lease;
  private final InstantSource clock;

  Forget(
      RightsStore store,
      QuarantineStore quarantine,
      SubjectStore subjects,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    this.store = store;
    this.quarantine = quarantine;
    this.subjects = subjects;
    this.declaration = declaration;
    this.learn = learn;
    this.lease = lease;
    this.clock = clock;
  }

  /// What was taken back.
  ///
  /// @param rows how many acts are no longer used
  /// @param modelForgot whether every node's model equals by now one that never saw them
  public record Forgotten(long rows, boolean modelForgot) {}

  /// Forgets what this person did with the item; nothing for somebody who is not known.
  public Optional<Forgotten> forget(String name, Item item) {
    return subjects.find(name).map(subject -> forget(subject, item));
  }

  private Forgotten forget(Subject subject, Item item) {
    List<Integer> asked = Choose.asked(declaration.now());
    List<Long> aside =
        quarantine.held(rights(subject), subject).stream()
            .filter(row -> row.item().equals(item.id()))
            .map(Quarantined::index)
            .toList();
    Reached reached = store.forget(rights(subject), item.number(), asked, aside);
    learn.wake(reached.index());
    return new Forgotten(reached.rows(), hasFollowed(reached.index()));
  }

  private boolean hasFollowed(long index) {
    try {
      return learn.await(index, PATIENCE) && lease.awaitLearnt(index, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @AuditedBypass(why = "a person may take back what they did whatever they agreed to")
  private Grant rights(Subject subject) {
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
