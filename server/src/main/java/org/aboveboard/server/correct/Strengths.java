package org.aboveboard.server.correct;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.fairness.correct.Ramp;
import org.aboveboard.fairness.correct.Standing;
import org.aboveboard.fairness.exposure.PositionWeights;
import org.aboveboard.fairness.exposure.Split;
import org.aboveboard.policy.Correction;

/// The strength of each surface's correction: an alarm turns it up minute by minute, its end turns
/// it down epoch by epoch, never out of the declared envelope. Where the groups stand is counted
/// from when a correction begins.
final class Strengths {
  /// A step up. Several nodes look once a minute, and one of them takes it.
  private static final Duration STEP = Duration.ofSeconds(45);

  private static final PositionWeights WEIGHTS = PositionWeights.log();

  private final CorrectionStore store;
  private final Map<String, AtomicReference<Held>> held = new ConcurrentHashMap<>();

  Strengths(CorrectionStore store) {
    this.store = store;
  }

  Held of(String surface) {
    return reference(surface).get();
  }

  private AtomicReference<Held> reference(String surface) {
    return held.computeIfAbsent(surface, _ -> new AtomicReference<>(Held.NOTHING));
  }

  /// Counts a list that was shown.
  ///
  /// @param groups of its places, the first one first
  void shown(String surface, List<String> groups) {
    reference(surface).updateAndGet(now -> now.counting(one(now.target(), groups)));
  }

  /// What one list gives each group, and what it should have given it.
  private static Standing one(Map<String, Double> target, List<String> groups) {
    double attention = 0;
    for (double weight : WEIGHTS.first(groups.size())) {
      attention += weight;
    }
    Map<String, Double> merit = new TreeMap<>();
    for (Map.Entry<String, Double> share : target.entrySet()) {
      merit.put(share.getKey(), share.getValue() * attention);
    }
    return Standing.START.after(groups, WEIGHTS, Split.of(merit));
  }

  /// Takes a step where one is due, and counts together with the other nodes. A step down is due
  /// once it can have been seen what the last one did.
  ///
  /// @param epoch how long that takes
  /// @return the strength from now on
  double look(
      String surface,
      Correction declared,
      Map<String, Double> target,
      boolean isAlarmed,
      Period epoch,
      Instant now) {
    Optional<Moment> last = store.last(surface);
    Ramp.Envelope envelope = envelope(declared);
    double allowed =
        Math.clamp(last.map(Moment::strength).orElse(0.0), envelope.lowest(), envelope.highest());
    boolean isDue =
        last.map(Moment::at)
            .map(at -> isAlarmed ? at.plus(STEP) : after(at, epoch))
            .map(due -> !due.isAfter(now))
            .orElse(true);
    double next = isDue ? new Ramp(envelope, allowed).next(isAlarmed).lambda() : allowed;
    if (next != last.map(Moment::strength).orElse(0.0)) {
      change(surface, last, new Moment(now, next, why(isDue && next != allowed, isAlarmed)));
    }
    count(surface, next, target);
    return next;
  }

  private static Instant after(Instant at, Period epoch) {
    return at.atOffset(ZoneOffset.UTC).plus(epoch).toInstant();
  }

  private static Ramp.Envelope envelope(Correction declared) {
    Correction.Strength strength = declared.strength();
    return new Ramp.Envelope(
        strength.lowest(), strength.highest(), strength.up(), strength.down(), declared.clamp());
  }

  private static String why(boolean isStep, boolean isAlarmed) {
    if (!isStep) {
      return "the policy allows no other strength";
    }
    return isAlarmed ? "the alarm stands" : "the alarm has ended";
  }

  private void change(String surface, Optional<Moment> last, Moment next) {
    boolean begins = last.map(Moment::strength).orElse(0.0) == 0;
    if (store.change(surface, last, next) && begins) {
      store.clear(surface);
      reference(surface).set(Held.NOTHING);
    }
  }

  private void count(String surface, double strength, Map<String, Double> target) {
    AtomicReference<Held> reference = reference(surface);
    Standing more = reference.getAndUpdate(Held::saving).since();
    Standing saved = store.add(surface, more);
    reference.updateAndGet(now -> new Held(strength, target, saved, now.since()));
  }
}
