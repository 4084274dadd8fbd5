package org.aboveboard.server.evaluation;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Model.Limit;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// What a policy chose of what is tried here.
///
/// @param limits of its models
/// @param days how long acts that train are kept, by the purpose that keeps them longest
/// @param envelope what a surface may do to its lists, if one may do anything
/// @param length how many items the longest list of a surface shows
public record Declared(
    Set<Limit> limits, OptionalInt days, Optional<Envelope> envelope, int length) {
  private static final int USUAL_LENGTH = 10;

  public Declared {
    limits = Set.copyOf(limits);
  }

  /// A correction and the groups whose monitor it answers to.
  public record Envelope(Correction correction, String groups) {}

  /// Limits alone.
  static Declared of(Set<Limit> limits) {
    return new Declared(limits, OptionalInt.empty(), Optional.empty(), USUAL_LENGTH);
  }

  /// What this policy declares.
  public static Declared of(Policy policy) {
    return new Declared(
        policy.declared().models().stream()
            .flatMap(model -> model.limits().stream())
            .collect(Collectors.toSet()),
        policy.purposes().stream()
            .filter(purpose -> purpose.uses().contains(Use.TRAIN))
            .mapToInt(purpose -> days(purpose.retention().model()))
            .max(),
        envelope(policy),
        policy.surfaces().stream().mapToInt(Surface::length).max().orElse(USUAL_LENGTH));
  }

  private static int days(Period period) {
    double months = period.toTotalMonths() * 365.25 / 12;
    return (int) (Math.floor(months) + period.get(ChronoUnit.DAYS));
  }

  private static Optional<Envelope> envelope(Policy policy) {
    return policy.surfaces().stream()
        .flatMap(surface -> surface.showing().correct().stream())
        .flatMap(correction -> groups(policy, correction).stream())
        .findFirst();
  }

  private static Optional<Envelope> groups(Policy policy, Correction correction) {
    return policy
        .monitor(correction.monitor())
        .map(Monitor::watches)
        .flatMap(watches ->
            switch (watches) {
              case Monitor.Watches.OfGroups(String id) -> Optional.of(id);
              case Monitor.Watches.OfSegment _ -> Optional.empty();
            })
        .map(id -> new Envelope(correction, id));
  }
}
