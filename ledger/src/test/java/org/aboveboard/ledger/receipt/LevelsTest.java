package org.aboveboard.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.ledger.Seeds;
import org.aboveboard.ledger.Tree;
import org.junit.jupiter.api.Test;

class LevelsTest {
  @Test
  void rootsAndProofsAreThoseOfTheTree() {
    var random = new SplittableRandom(1);
    for (int size = 0; size < 70; size++) {
      var leaves = Stream.generate(() -> Seeds.hash(random)).limit(size).toList();
      var levels = new Levels(leaves);
      assertThat(levels.root()).isEqualTo(Tree.root(leaves));
      for (int index = 0; index < size; index++) {
        assertThat(levels.inclusion(index)).isEqualTo(Tree.inclusion(leaves, index));
      }
    }
  }
}
