package org.aboveboard.server.lease;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// How long a withdrawal takes at one of two idle houses: until it is acknowledged there, and until
/// the other house has heard it. A measurement, not a test.
///
/// Usage: `Effect [WITHDRAWALS]`, with the system property `aboveboard.root`.
final class Effect {
  private static final int WARM_UP = 300;

  private final Pair pair;
  private final int withdrawals;
  private final Map<Long, Long> heard = new ConcurrentHashMap<>();

  private Effect(Pair pair, int withdrawals) {
    this.pair = pair;
    this.withdrawals = withdrawals;
  }

  public static void main(String... arguments) throws Exception {
    int withdrawals = arguments.length == 0 ? 2_000 : Integer.parseInt(arguments[0]);
    try (Pair pair = Pair.in(Files.createTempDirectory(Path.of("target"), "effect"))) {
      Effect effect = new Effect(pair, withdrawals);
      effect.measureBoth();
      pair.house(1).close();
      say("acknowledged by one house alone", effect.measure(_ -> {}));
    }
  }

  private void measureBoth() {
    pair.house(1).lease().watch(index -> heard.putIfAbsent(index, System.nanoTime()));
    List<Long> hearings = new ArrayList<>();
    say(
        "acknowledged by one of two",
        measure(withdrawal -> hearings.add(whenHeard(withdrawal.index()) - withdrawal.asked())));
    say("heard by the other", hearings);
  }

  /// A withdrawal, and when it was asked for.
  private record Withdrawal(long index, long asked) {}

  /// Withdraws again and again; answers how long each took to be acknowledged.
  private List<Long> measure(Consumer<Withdrawal> after) {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < WARM_UP + withdrawals; i++) {
      String name = "u:" + i % 100;
      pair.gives(pair.house(0), name);
      long asked = System.nanoTime();
      long index = pair.withdraws(pair.house(0), name);
      long acknowledged = System.nanoTime();
      if (i >= WARM_UP) {
        took.add(acknowledged - asked);
        after.accept(new Withdrawal(index, asked));
      }
    }
    return took;
  }

  private long whenHeard(long index) {
    Long when = heard.get(index);
    while (when == null) {
      Thread.onSpinWait();
      when = heard.get(index);
    }
    return when;
  }

  private static void say(String what, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    System.out.printf(
        "%s: p50 %.2f ms, p99 %.2f ms, most %.2f ms, of %d%n",
        what, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), sorted.size());
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
  }
}
