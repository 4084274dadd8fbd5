package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aboveboard.server.House;
import org.aboveboard.server.lease.History.Kind;
import org.aboveboard.server.lease.History.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two houses on one store, and people who change their minds at both while both decide.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinearizableTest {
  private static final long SEED = 20261124;

  private Pair pair;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    pair = Pair.in(folder);
  }

  @AfterAll
  void close() {
    pair.close();
  }

  @Test
  void noDecisionAllowsAfterAWithdrawalWasAcknowledged() throws Exception {
    assertLinearizable(SEED, 100_000);
  }

  @Test
  @Tag("full")
  void noDecisionOfAMillionAllowsAfterAWithdrawalWasAcknowledged() throws Exception {
    assertLinearizable(SEED + 3, 1_000_000);
  }

  /// A seed names its people too: a yes that another crowd left would not be in the histories.
  private void assertLinearizable(long seed, int operations) throws Exception {
    Crowd crowd = new Crowd(pair, seed, operations, Pair::decides);
    List<History> histories = crowd.run();
    System.out.printf(
        "LinearizableTest seed %d: %d allowed, %d given, %d withdrawn%n",
        seed,
        count(histories, Kind.ALLOWED),
        count(histories, Kind.GIVE),
        count(histories, Kind.WITHDRAW));
    assertThat(wrong(histories)).isEmpty();
    assertThat(count(histories, Kind.ALLOWED)).isGreaterThan(operations / 10);
    assertThat(count(histories, Kind.WITHDRAW)).isGreaterThan(operations / 100);
  }

  @Test
  void nodesThatRememberAYesAndHoldNoLeaseAreFoundOut() throws Exception {
    Set<Map.Entry<House, String>> remembered = ConcurrentHashMap.newKeySet();
    Crowd careless =
        new Crowd(
            pair,
            SEED + 1,
            5_000,
            (at, house, name, pause) ->
                remembered.contains(Map.entry(house, name))
                    || (at.decides(house, name, pause) && remembered.add(Map.entry(house, name))));
    assertThat(wrong(careless.run())).isNotEmpty();
  }

  @Test
  void nodesThatReadAnewEachTimeButHoldNoLeaseAreFoundOut() throws Exception {
    Crowd alone = new Crowd(pair, SEED + 2, 5_000, Pair::decidesAlone);
    assertThat(wrong(alone.run())).isNotEmpty();
  }

  private static List<Step> wrong(List<History> histories) {
    return histories.stream().flatMap(history -> history.wrong().stream()).toList();
  }

  private static long count(List<History> histories, Kind kind) {
    return histories.stream().mapToLong(history -> history.steps(kind).size()).sum();
  }
}
