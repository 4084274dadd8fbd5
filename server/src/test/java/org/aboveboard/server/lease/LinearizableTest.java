package org.aboveboard.server.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertLinearizable(100_000);
  }

  @Test
  @Tag("full")
  void noDecisionOfAMillionAllowsAfterAWithdrawalWasAcknowledged() throws Exception {
    assertLinearizable(1_000_000);
  }

  private void assertLinearizable(int operations) throws Exception {
    Crowd crowd = new Crowd(pair, SEED, Pair::decides);
    List<History> histories = crowd.does(operations);
    System.out.printf(
        "LinearizableTest seed %d: %d allowed, %d given, %d withdrawn%n",
        SEED,
        count(histories, Kind.ALLOWED),
        count(histories, Kind.GIVE),
        count(histories, Kind.WITHDRAW));
    assertThat(wrong(histories)).isEmpty();
    assertThat(count(histories, Kind.ALLOWED)).isGreaterThan(operations / 10);
    assertThat(count(histories, Kind.WITHDRAW)).isGreaterThan(operations / 100);
  }

  @Test
  void nodesThatRememberWhereSubjectsStandAndHoldNoLeaseAreFoundOut() throws Exception {
    Map<Map.Entry<House, String>, Boolean> remembered = new ConcurrentHashMap<>();
    Crowd careless =
        new Crowd(
            pair,
            SEED + 1,
            (at, house, name, pause) ->
                remembered.computeIfAbsent(
                    Map.entry(house, name), _ -> at.decides(house, name, pause)));
    assertThat(wrong(careless.does(5_000))).isNotEmpty();
  }

  @Test
  void nodesThatReadAnewEachTimeButHoldNoLeaseAreFoundOut() throws Exception {
    Crowd alone = new Crowd(pair, SEED + 2, Pair::decidesAlone);
    assertThat(wrong(alone.does(5_000))).isNotEmpty();
  }

  private static List<Step> wrong(List<History> histories) {
    return histories.stream().flatMap(history -> history.wrong().stream()).toList();
  }

  private static long count(List<History> histories, Kind kind) {
    return histories.stream().mapToLong(history -> history.steps(kind).size()).sum();
  }
}
