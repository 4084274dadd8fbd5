package org.aboveboard.server.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.aboveboard.server.lease.Nodes.Stepped;

/// Nodes on a real store, of which one or another takes a step, by chance.
///
/// Whatever a node does reads its clocks in between; whenever it does, others may take steps, so
/// that one thread plays threads that are paused at the points where it matters. Time passes in
/// leaps, and each node's clock has a rate of its own.
final class World {
  private static final Duration BLINK = Duration.ofMillis(1);
  private static final int DEEPEST = 2;
  private static final int SUBJECTS = 2;
  private static final int MOST_NODES = 3;

  private final Nodes nodes;
  private final SplittableRandom random;
  private final double slowest;
  private final long first;
  private final List<Machine> machines = new ArrayList<>();
  private final List<Choice> open = new ArrayList<>();
  private final Map<Long, Long> acknowledged = new HashMap<>();
  private long now;
  private int depth;
  private int steps;

  /// What happened, so that a run in which nothing did is seen.
  int begun;

  int refused;
  int answered;
  int tooLate;

  /// @param slowest the rate of the slowest clock; 0.95 is within what a lease allows for
  World(Nodes nodes, long seed, double slowest) {
    this.nodes = nodes;
    this.random = new SplittableRandom(seed);
    this.slowest = slowest;
    this.first = 1_000_000 + seed * SUBJECTS;
  }

  /// Something that was said on a node and is not acknowledged yet.
  private record Choice(Machine machine, long subject, long index) {}

  /// A use that was decided on what was read, and has not begun.
  private record Use(Moment moment, long subject, long said) {}

  /// A node, its clocks, and the uses of its threads.
  private final class Machine {
    final double rate = slowest + random.nextDouble() * (1.05 - slowest);
    final double idleness = random.nextDouble();
    final long born = now;
    final List<Use> uses = new ArrayList<>();
    final Stepped node = nodes.node(wall(), this::nanos);
    boolean isKept;

    private InstantSource wall() {
      return () -> Instant.ofEpochSecond(1_800_000_000).plusNanos(nanos());
    }

    private long nanos() {
      interrupt(this);
      return (long) ((now - born) * rate);
    }
  }

  /// Takes so many steps, then stops all nodes.
  void run(int most) {
    machines.add(new Machine());
    machines.add(new Machine());
    while (steps < most) {
      step();
    }
    depth = DEEPEST;
    machines.forEach(machine -> machine.node.close());
  }

  /// Others take steps, or whoever can be answered is, and then another thread of this node goes
  /// on.
  private void interrupt(Machine machine) {
    while (depth < DEEPEST && random.nextInt(4) == 0) {
      depth++;
      if (random.nextBoolean()) {
        step();
      } else {
        looks();
        begins(machine);
      }
      depth--;
    }
  }

  private void step() {
    steps++;
    Machine machine = machines.get(random.nextInt(machines.size()));
    int dice = random.nextInt(32);
    if (dice < 5) {
      keeps(machine, machine.node::renew);
    } else if (dice < 8) {
      keeps(machine, () -> machine.node.lease().listen(machine.node.line(), BLINK));
    } else if (dice < 10) {
      keeps(machine, () -> machine.node.line().heed(BLINK));
    } else if (dice < 16) {
      reads(machine);
    } else if (dice < 22) {
      begins(machine);
    } else if (dice < 25) {
      says(machine);
    } else if (dice < 29) {
      looks();
    } else if (dice < 31) {
      now += random.nextLong(Lease.LIFE.toNanos());
    } else {
      comesOrGoes();
    }
  }

  /// One thread alone listens and renews.
  private void keeps(Machine machine, Runnable work) {
    if (!machine.isKept && random.nextDouble() > machine.idleness) {
      machine.isKept = true;
      work.run();
      machine.isKept = false;
    }
  }

  private long anybody() {
    return first + random.nextInt(SUBJECTS);
  }

  private void reads(Machine machine) {
    if (!machine.node.lease().holds()) {
      return;
    }
    long subject = anybody();
    Moment moment = machine.node.lease().begin();
    interrupt(machine);
    machine.uses.add(new Use(moment, subject, nodes.said(subject)));
  }

  private void begins(Machine machine) {
    if (machine.uses.isEmpty()) {
      return;
    }
    Use use = machine.uses.remove(random.nextInt(machine.uses.size()));
    long before = acknowledged.getOrDefault(use.subject(), 0L);
    if (!machine.node.lease().stands(use.moment(), use.subject(), use.said())) {
      refused++;
    } else if (use.said() < before) {
      tooLate++;
    } else {
      begun++;
    }
  }

  private void says(Machine machine) {
    long subject = anybody();
    long index = nodes.says(subject);
    open.add(new Choice(machine, subject, index));
  }

  private void looks() {
    for (Choice choice : List.copyOf(open)) {
      if (isHeard(choice) && open.remove(choice)) {
        answered++;
        acknowledged.merge(choice.subject(), choice.index(), Math::max);
      }
    }
  }

  private static boolean isHeard(Choice choice) {
    try {
      return choice
          .machine()
          .node
          .lease()
          .awaitHeard(choice.index(), choice.subject(), Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// A node joins; or one stops, or is killed and leaves its lease behind.
  private void comesOrGoes() {
    if (machines.size() < MOST_NODES) {
      machines.add(new Machine());
    } else if (depth == 0) {
      Machine machine = machines.remove(random.nextInt(machines.size()));
      open.removeIf(choice -> choice.machine() == machine);
      if (random.nextBoolean()) {
        machine.node.close();
      } else {
        machine.node.line().close();
      }
    }
  }
}
