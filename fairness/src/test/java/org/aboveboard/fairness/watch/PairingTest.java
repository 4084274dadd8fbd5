package org.aboveboard.fairness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final List<String> THREE = List.of("a", "b", "c");

  @Test
  void whoComesFirstIsPairedFirst() {
    var pairing = pairing(List.of("a", "b"), Pairing.Against.ROTATING);
    assertThat(pairing.enter("a", 1, 0, 0.1)).isEmpty();
    assertThat(pairing.enter("a", 2, 0, 0.2)).isEmpty();
    assertThat(pairing.enter("b", 3, 0, 0.3))
        .containsExactly(new Pair("a", 0.1, 0.3), new Pair("b", 0.3, 0.1));
    assertThat(pairing.enter("b", 4, 0, 0.4))
        .containsExactly(new Pair("a", 0.2, 0.4), new Pair("b", 0.4, 0.2));
  }

  @Test
  void eachGroupMeetsTheOthersInTurn() {
    var pairing = pairing(THREE, Pairing.Against.ROTATING);
    for (int person = 0; person < 4; person++) {
      pairing.enter("b", person, 0, 0.2);
      pairing.enter("c", 10 + person, 0, 0.3);
    }
    var others =
        IntStream.range(20, 24)
            .mapToObj(person -> pairing.enter("a", person, 0, 0.1).getFirst().other())
            .toList();
    assertThat(others).containsExactly(0.2, 0.3, 0.2, 0.3);
  }

  @Test
  void pooledTheOthersAreMetAsTheyCome() {
    var pairing = pairing(THREE, Pairing.Against.POOLED);
    pairing.enter("b", 1, 0, 0.2);
    pairing.enter("b", 2, 0, 0.25);
    pairing.enter("c", 3, 0, 0.3);
    var others =
        IntStream.range(20, 23)
            .mapToObj(person -> pairing.enter("a", person, 0, 0.1).getFirst().other())
            .toList();
    assertThat(others).containsExactly(0.2, 0.25, 0.3);
  }

  @Test
  void aPersonCountsOnceInAnEpochAndIsForgottenAfterIt() {
    var pairing = pairing(List.of("a", "b"), Pairing.Against.POOLED);
    pairing.enter("a", 1, 5, 1);
    pairing.enter("a", 1, 5, 0);
    pairing.enter("a", 1, 4, 0);
    assertThat(pairing.left()).isEqualTo(new Pairing.Left(1, 1, 0));
    pairing.enter("a", 1, 6, 1);
    assertThat(pairing.state().seen()).containsExactly(1L);
    assertThat(pairing.enter("b", 2, 6, 0)).hasSize(2);
    assertThat(pairing.enter("b", 3, 6, 0)).hasSize(2);
    assertThat(pairing.enter("b", 4, 6, 0)).isEmpty();
    pairing.enter("b", 9, 7, 0);
    assertThat(pairing.state().seen()).containsExactly(9L);
  }

  @Test
  void whatIsKeptIsBounded() {
    var pairing = Pairing.of(new Pairing.Setting(THREE, Pairing.Against.ROTATING, 10, 50));
    for (long person = 0; person < 1_000; person++) {
      pairing.enter("a", person, 0, 1);
    }
    assertThat(pairing.left().crowded()).isEqualTo(950);
    assertThat(pairing.state().seen()).hasSize(50);
    assertThat(pairing.state().waiting().stream().flatMap(List::stream).mapToInt(List::size).max())
        .hasValue(10);
  }

  @Test
  void whatWasSavedPairsOnAlike() {
    for (var against : Pairing.Against.values()) {
      var whole = pairing(THREE, against);
      var stopped = pairing(THREE, against);
      var random = new SplittableRandom(11);
      for (int i = 0; i < 3_000; i++) {
        stopped = i % 50 == 0 ? Pairing.of(stopped.state()) : stopped;
        var group = THREE.get(random.nextInt(3));
        long person = random.nextLong(200);
        double value = random.nextDouble();
        assertThat(stopped.enter(group, person, i / 300, value))
            .isEqualTo(whole.enter(group, person, i / 300, value));
      }
      assertThat(stopped.state()).isEqualTo(whole.state());
    }
  }

  @Test
  void oneGroupAMillionGroupsAndUnknownOnesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pairing(List.of("a"), Pairing.Against.POOLED));
    var million = IntStream.range(0, 1_000_000).mapToObj(Integer::toString).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pairing(million, Pairing.Against.POOLED))
        .withMessageContaining("merge");
    var pairing = pairing(THREE, Pairing.Against.POOLED);
    assertThatIllegalArgumentException().isThrownBy(() -> pairing.enter("d", 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> pairing.enter("a", 1, 0, Double.NaN));
    assertThat(pairing.state().seen()).isEmpty();
  }

  private static Pairing pairing(List<String> groups, Pairing.Against against) {
    return Pairing.of(Pairing.Setting.of(groups, against));
  }
}
