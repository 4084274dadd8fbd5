package org.aboveboard.server.rights;

import java.time.Duration;
import java.time.InstantSource;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.rights.RightsStore.Reached;
import org.aboveboard.server.subject.Subject;

/// Answers that take effect: a no or a withdrawal deletes what rested on the yes, and the model
/// forgets it, before the acknowledgement says so.
public final class Withdraw {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Consents consents;
  private final RightsStore store;
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Learn learn;
  private final Lease lease;
  private final InstantSource clock;

  Withdraw(
      Consents consents,
      RightsStore store,
      Catalogue catalogue,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    this.consents = consents;
    this.store = store;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.learn = learn;
    this.lease = lease;
    this.clock = clock;
  }

  /// What an answer brought about.
  ///
  /// @param rowsDeleted how many rows rested on the yes alone and are gone
  /// @param modelForgot whether every node's model equals by now one that never saw them
  public record Effect(Settled settled, long rowsDeleted, boolean modelForgot) {}

  /// Takes a yes back.
  public Effect withdraw(String name, Purpose purpose, String method) {
    return effect(consents.withdraw(name, purpose, method));
  }

  /// Answers a prompt; a no has the effect of a withdrawal.
  public Effect answer(String name, String promptId, boolean yes, String method) {
    return effect(consents.answer(name, promptId, yes, method));
  }

  private Effect effect(Settled settled) {
    return switch (settled) {
      case Settled.NotTaken _ -> new Effect(settled, 0, false);
      case Settled.Done done ->
          switch (done.said()) {
            case GIVEN, RESUMED, PAUSED -> new Effect(settled, 0, false);
            case REFUSED, WITHDRAWN -> {
              Reached reached = store.release(rights(done.subject()), done.purpose());
              catalogue.forgetMentioned();
              yield new Effect(settled, reached.rows(), hasFollowed(reached.index()));
            }
          };
    };
  }

  private boolean hasFollowed(long index) {
    learn.wake(index);
    try {
      return learn.await(index, PATIENCE) && lease.awaitLearnt(index, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @AuditedBypass(why = "what rested on a yes must go once the yes is gone, so no yes can be asked")
  private Grant rights(Subject subject) {
    return Grant.forRights(subject.number(), declaration.policy(), clock.instant());
  }
}
