package org.aboveboard.server.rights;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.collect.QuarantineStore;
import org.aboveboard.server.collect.Quarantined;
import org.aboveboard.server.consent.About;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.rights.RightsStore.Reached;
import org.aboveboard.server.subject.Subject;

/// Choices that take effect: what a no takes away is deleted, and the model forgets it, before the
/// acknowledgement says so. What was done is kept beside the choice, for the person to see.
public final class Choose {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MODEL = "model";

  private final Consents consents;
  private final RightsStore store;
  private final QuarantineStore quarantine;
  private final Catalogue catalogue;
  private final Declaration declaration;
  private final Learn learn;
  private final Lease lease;
  private final InstantSource clock;

  Choose(
      Consents consents,
      RightsStore store,
      QuarantineStore quarantine,
      Catalogue catalogue,
      Declaration declaration,
      Learn learn,
      Lease lease,
      InstantSource clock) {
    this.consents = consents;
    this.store = store;
    this.quarantine = quarantine;
    this.catalogue = catalogue;
    this.declaration = declaration;
    this.learn = learn;
    this.lease = lease;
    this.clock = clock;
  }

  /// What a choice brought about.
  ///
  /// @param rowsDeleted how many rows are gone because of it
  /// @param modelForgot whether every node's model equals by now one that never saw them
  public record Effect(Settled settled, long rowsDeleted, boolean modelForgot) {}

  /// Answers a prompt; a no has the effect of a withdrawal.
  public Effect answer(String name, String promptId, Consents.Reply reply, How how) {
    return effect(consents.answer(name, promptId, reply, how));
  }

  /// Answers a prompt; what is left out is switched off before a yes begins to count, and only
  /// where one can be taken.
  public Effect answer(
      String name, String promptId, Consents.Reply reply, List<Signal> without, How how) {
    if (reply != Consents.Reply.NO && consents.wouldTake(name, promptId, reply, how)) {
      without.forEach(signal -> switchTo(name, new About.TheSignal(signal), false, how));
    }
    return answer(name, promptId, reply, how);
  }

  /// Takes a yes back.
  public Effect withdraw(String name, Purpose purpose, How how) {
    return effect(consents.withdraw(name, purpose, how));
  }

  /// Leaves out for a while, or no longer, everything that rests on a yes.
  public Effect pause(String name, boolean isPaused, How how) {
    return effect(isPaused ? consents.pause(name, how) : consents.resume(name, how));
  }

  /// Switches a surface, a signal or an interest on or off.
  public Effect switchTo(String name, About part, boolean isOn, How how) {
    return effect(isOn ? consents.switchOn(name, part, how) : consents.switchOff(name, part, how));
  }

  /// Keeps what was done for so many days at most.
  public Effect keepFor(String name, Purpose purpose, int days, How how) {
    return effect(consents.keepFor(name, purpose, days, how));
  }

  private Effect effect(Settled settled) {
    return switch (settled) {
      case Settled.NotTaken _ -> new Effect(settled, 0, false);
      case Settled.Again(Settled.Done done) -> before(settled, done);
      // what it takes away goes at once; nobody waits for a model on a node that does not answer
      case Settled.Unheard(Settled.Done done) -> new Effect(settled, taken(done), false);
      case Settled.Done done ->
          switch (done.said()) {
            case GIVEN, RESUMED, CONTRADICTED -> new Effect(settled, 0, false);
            case PAUSED -> followed(done, new Reached(0, 0, done.index()));
            case REFUSED, WITHDRAWN, KEPT -> followed(done, reach(done));
          };
    };
  }

  /// What a choice that was acknowledged before brought about then.
  private Effect before(Settled settled, Settled.Done done) {
    List<RightsStore.Consequence> own =
        store.consequences(rights(done.subject())).stream()
            .filter(one -> one.consent() == done.index())
            .toList();
    long taken =
        own.stream()
            .filter(one -> !one.what().equals(MODEL))
            .mapToLong(RightsStore.Consequence::count)
            .sum();
    return new Effect(settled, taken, own.stream().anyMatch(one -> one.what().equals(MODEL)));
  }

  private long taken(Settled.Done done) {
    return switch (done.said()) {
      case GIVEN, RESUMED, PAUSED, CONTRADICTED -> 0;
      case REFUSED, WITHDRAWN, KEPT -> {
        Reached reached = reach(done);
        yield reached.rows() + reached.answers();
      }
    };
  }

  private Reached reach(Settled.Done done) {
    InForce inForce = declaration.now();
    Grant grant = rights(done.subject());
    Reached reached =
        switch (done.about()) {
          case About.ThePurpose(Purpose purpose) ->
              done.said() == Choice.Kind.KEPT
                  ? store.shorten(grant, purpose, done.index())
                  : store.release(grant, purpose, done.index());
          case About.TheSignal(var signal) ->
              store.releaseSignal(
                  grant,
                  inForce.number(signal),
                  asked(inForce),
                  setAside(done.subject(), inForce, signal),
                  done.index());
          case About.TheSurface(var surface) ->
              store.releaseAnswers(grant, inForce.number(surface), done.index());
          case About.Everything _ -> new Reached(0, 0, done.index());
        };
    catalogue.forgetMentioned();
    return reached;
  }

  /// The rows set aside that tell of this kind of act; that they do stands in their seals alone.
  private List<Long> setAside(Subject subject, InForce inForce, Signal signal) {
    Set<String> events =
        inForce.policy().events().stream()
            .filter(type -> type.signal().equals(Optional.of(signal.id())))
            .map(EventType::id)
            .collect(toSet());
    return quarantine.held(rights(subject), subject).stream()
        .filter(row -> events.contains(row.event()))
        .map(Quarantined::index)
        .toList();
  }

  static List<Integer> asked(InForce inForce) {
    return inForce.policy().purposes().stream()
        .filter(Purpose::isAsked)
        .map(Purpose::number)
        .toList();
  }

  private Effect followed(Settled.Done done, Reached reached) {
    boolean hasFollowed = hasFollowed(reached.index());
    if (hasFollowed) {
      store.noteModel(rights(done.subject()), done.index());
    }
    return new Effect(done, reached.rows() + reached.answers(), hasFollowed);
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
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
