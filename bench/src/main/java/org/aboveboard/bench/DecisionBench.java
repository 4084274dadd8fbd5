package org.aboveboard.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one decision costs: the aim is 0.2 microseconds. Run in the repository's root.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBench {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Policy policy;
  private final EventType bought;
  private final Question question;
  private final Standing agreed;
  private final Standing withdrawn;

  /// Reads the bookshop, and lets one subject agree and another take it back.
  public DecisionBench() {
    try {
      policy =
          PolicyFiles.read(Path.of(System.getProperty("aboveboard.root", "."), "policies/bookshop"))
              .policy();
    } catch (PolicyFaults e) {
      throw new IllegalStateException("Run in the repository's root", e);
    }
    bought = policy.event("track", "Order Completed").orElseThrow();
    var purpose = policy.purpose("recommendations").orElseThrow();
    question = new Question(7, purpose, Use.SERVE, Optional.of("home-row"), Circumstances.plain());
    agreed = Standing.of(List.of(choice(1, Choice.Kind.GIVEN, purpose)));
    withdrawn = agreed.with(choice(2, Choice.Kind.WITHDRAWN, purpose));
  }

  /// A yes that holds: the answer carries a new grant.
  @Benchmark
  public Decision allowed() {
    return policy.decide(question, agreed, NOON);
  }

  /// A yes taken back.
  @Benchmark
  public Decision denied() {
    return policy.decide(question, withdrawn, NOON);
  }

  /// An order that three purposes want, of which two may have it.
  @Benchmark
  public Admission admitted() {
    return Admission.of(policy, bought, 7, agreed, Circumstances.plain(), NOON, NOON);
  }

  private static Choice choice(long index, Choice.Kind kind, Purpose purpose) {
    return new Choice(
        index,
        purpose.id(),
        kind,
        NOON.minusSeconds(100 - index),
        Optional.empty(),
        Optional.empty(),
        purpose.digest(),
        Evidence.PROMPT,
        false,
        false);
  }
}
