package org.aboveboard.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Seeds;
import org.junit.jupiter.api.Test;

/// Whoever has the lists of two runs with the same people in them learns nothing about who is who.
class UnlinkableTest {
  private static final int PEOPLE = 2_000;

  /// Of matches by chance one is right on average; that more than eight are happens once in a
  /// million times.
  private static final int CHANCE = 8;

  @Test
  void theListsOfTwoRunsCannotBeJoinedBetterThanByChance() {
    for (long seed = 0; seed < 4; seed++) {
      var random = new SplittableRandom(seed);
      var secrets = secrets(random);
      var one = named(secrets, Seeds.bytes(random, Absence.RUN_BYTES));
      var other = named(secrets, Seeds.bytes(random, Absence.RUN_BYTES));
      var as = "seed " + seed;
      assertThat(other.keySet()).as(as).doesNotContainAnyElementsOf(one.keySet());
      assertThat(byRank(one, other)).as(as + ", by place").isLessThanOrEqualTo(CHANCE);
      assertThat(byLikeness(one, other)).as(as + ", by bits").isLessThanOrEqualTo(CHANCE);
    }
  }

  /// The same attacks find everybody where the run is the same, so they can find somebody.
  @Test
  void theSameRunIsJoinedWhole() {
    var random = new SplittableRandom(4);
    var secrets = secrets(random);
    var run = Seeds.bytes(random, Absence.RUN_BYTES);
    assertThat(byRank(named(secrets, run), named(secrets, run))).isEqualTo(PEOPLE);
    assertThat(byLikeness(named(secrets, run), named(secrets, run))).isEqualTo(PEOPLE);
  }

  private static List<byte[]> secrets(SplittableRandom random) {
    var secrets = new ArrayList<byte[]>();
    for (int i = 0; i < PEOPLE; i++) {
      secrets.add(Seeds.bytes(random, 32));
    }
    Collections.shuffle(secrets, Random.from(random));
    return secrets;
  }

  private static Map<Hash, Integer> named(List<byte[]> secrets, byte[] run) {
    var named = new HashMap<Hash, Integer>();
    for (int person = 0; person < secrets.size(); person++) {
      named.put(RunList.pseudonym(secrets.get(person), run), person);
    }
    return named;
  }

  private static int byRank(Map<Hash, Integer> one, Map<Hash, Integer> other) {
    var first = RunList.of(one.keySet()).pseudonyms();
    var second = RunList.of(other.keySet()).pseudonyms();
    int right = 0;
    for (int i = 0; i < PEOPLE; i++) {
      right += same(one, first.get(i), other, second.get(i));
    }
    return right;
  }

  private static int byLikeness(Map<Hash, Integer> one, Map<Hash, Integer> other) {
    int right = 0;
    for (var pseudonym : one.keySet()) {
      right += same(one, pseudonym, other, nearest(pseudonym, other.keySet()));
    }
    return right;
  }

  private static Hash nearest(Hash pseudonym, Iterable<Hash> others) {
    var bytes = pseudonym.bytes();
    var nearest = pseudonym;
    int least = Integer.MAX_VALUE;
    for (var other : others) {
      int apart = apart(bytes, other.bytes());
      if (apart < least) {
        least = apart;
        nearest = other;
      }
    }
    return nearest;
  }

  private static int apart(byte[] one, byte[] other) {
    int apart = 0;
    for (int i = 0; i < one.length; i++) {
      apart += Integer.bitCount((one[i] ^ other[i]) & 0xff);
    }
    return apart;
  }

  private static int same(Map<Hash, Integer> one, Hash a, Map<Hash, Integer> other, Hash b) {
    return one.getOrDefault(a, -1).equals(other.getOrDefault(b, -2)) ? 1 : 0;
  }
}
