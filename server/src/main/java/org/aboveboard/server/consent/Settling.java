package org.aboveboard.server.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.aboveboard.policy.Evidence;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.journal.Placed;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// The one way in which a choice comes to hold: written, and then heard by every node.
///
/// @param patience how long at most to wait until every node has heard it
record Settling(ConsentStore store, SubjectStore subjects, Lease lease, Duration patience) {
  static final Settled.NotTaken ANSWERED =
      new Settled.NotTaken(
          "This question has been answered already.", "Use Privacy options to change it.");
  static final Settled.NotTaken STALE =
      new Settled.NotTaken(
          "Since this question was put, its person has said no or was erased.",
          "Get a new prompt if they want to begin again.");

  Settled settle(
      InForce inForce,
      String name,
      Words words,
      Optional<Words.Answered> answered,
      Particulars particulars,
      How how,
      Instant now) {
    Subject subject = subjects.enrol(name);
    ConsentRow row = words.by(subject, inForce, Evidence.PROMPT, answered, particulars, how, now);
    return switch (store.add(row)) {
      case Placed.At(long index) -> {
        Settled.Done done =
            new Settled.Done(subject, words.about(), words.said(), words.visitEnds(), index);
        yield isHeard(subject, index) ? done : new Settled.Unheard(done);
      }
      case Placed.Repeated _ -> ANSWERED;
      case Placed.Stale _ -> STALE;
    };
  }

  /// Only then does it hold for every decision that begins after the answer, on any node.
  boolean isHeard(Subject subject, long index) {
    try {
      return lease.awaitHeard(index, subject.number(), patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
