package org.aboveboard.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.simulate.Simulation.Side;

/// Runs a scenario twice, each in a house of its own and both at once.
///
/// Where another policy takes over, the runs are without it and with it; else they are with the
/// correction that the policy declares and without any.
///
/// @param policy in force at the beginning
/// @param next what takes over on the way
public record Simulate(
    Scenario scenario, ReadPolicy policy, Optional<ReadPolicy> next, InstantSource machine) {

  /// Runs both sides.
  ///
  /// @throws UnreadableScenario where the policy has not what the scenario needs
  /// @throws PolicyFaults where a policy may not come into force
  public Simulation run()
      throws UnreadableScenario, PolicyFaults, IOException, InterruptedException {
    requireSurface(policy.policy());
    if (next.isPresent()) {
      requireSurface(next.get().policy());
    }
    Population population = Population.of(scenario);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Side>> sides = sides(population).stream().map(both::submit).toList();
      return new Simulation(
          Simulation.FORMAT,
          scenario,
          corrects(),
          List.of(ended(sides.get(0)), ended(sides.get(1))));
    }
  }

  private boolean corrects() {
    return Uncorrected.corrects(policy.policy(), scenario.surface());
  }

  private List<Callable<Side>> sides(Population population) {
    return next.isPresent()
        ? List.of(
            () -> side("with the change", population, policy, next),
            () -> side("as it is", population, policy, Optional.empty()))
        : List.of(
            () ->
                side(
                    "with correction",
                    population,
                    Uncorrected.unapproved(policy),
                    Optional.empty()),
            () -> side("without", population, Uncorrected.of(policy), Optional.empty()));
  }

  private void requireSurface(Policy any) throws UnreadableScenario {
    if (any.surface(scenario.surface()).isEmpty()) {
      throw new UnreadableScenario(
          List.of(
              "The policy of "
                  + any.organisation().name()
                  + " has no surface '"
                  + scenario.surface()
                  + "'. Write 'surface:' with one of its own: "
                  + String.join(", ", any.surfaces().stream().map(some -> some.id()).toList())
                  + "."));
    }
    if (any.signals().isEmpty()) {
      throw new UnreadableScenario(
          List.of("The policy learns from nothing. Name one that declares a signal."));
    }
  }

  private Side side(
      String name, Population population, ReadPolicy inForce, Optional<ReadPolicy> taking)
      throws IOException, PolicyFaults, InterruptedException {
    Path folder = Folders.make();
    try (Simulated house = Simulated.open(folder, inForce, scenario, machine)) {
      return new Side(name, new Course(scenario, population, house).run(taking));
    } finally {
      Folders.remove(folder);
    }
  }

  private static Side ended(Future<Side> side)
      throws PolicyFaults, IOException, InterruptedException {
    try {
      return side.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PolicyFaults faults -> throw faults;
        case IOException fault -> throw fault;
        case null, default -> throw new IllegalStateException("A simulated house failed.", e);
      }
    }
  }
}
