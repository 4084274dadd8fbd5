package org.aboveboard.ledger.tile;

import static org.aboveboard.ledger.Seeds.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.ledger.Frontier;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final int SIZE = 66_600;

  private final Memory memory = new Memory();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<Hash> leaves = new ArrayList<>();
  private final List<Hash> roots = new ArrayList<>();

  GrowthTest() {
    var random = new SplittableRandom(1);
    var frontier = new Frontier();
    roots.add(frontier.root());
    for (int i = 0; i < SIZE; i++) {
      entries.add(bytes(random, random.nextInt(20)));
      leaves.add(Tree.leaf(entries.getLast()));
      frontier.add(leaves.getLast());
      roots.add(frontier.root());
    }
  }

  @Test
  void aLogGrownInAnyStepsHasTheTilesAndRootsOfOneGrownAtOnce() throws IOException {
    var whole = new Memory();
    var growth = new Growth(whole);
    for (var entry : entries) {
      growth.add(entry);
    }
    assertThat(growth.cut()).isEqualTo(roots.get(SIZE));
    grow();
    whole.tiles.forEach((tile, bytes) -> assertThat(memory.tiles.get(tile)).isEqualTo(bytes));
  }

  @Test
  void everyTileIsThereAndNoOther() throws IOException {
    var growth = new Growth(memory);
    for (var entry : entries) {
      growth.add(entry);
    }
    growth.cut();
    long expected = 2L * (SIZE / 256 + 1) + 1 + 1 + 1;
    assertThat(memory.tiles).hasSize((int) expected);
    memory.tiles.forEach(
        (tile, _) -> assertThat(Tile.at(tile.level(), tile.index(), SIZE)).contains(tile));
  }

  @Test
  void proofsOutOfTilesAreVerified() throws IOException {
    grow();
    var random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      int size = i < 100 ? 1 + i * 5 : 1 + random.nextInt(SIZE);
      int index = random.nextInt(size);
      var tree = new TiledTree(memory, size);
      assertThat(tree.root()).isEqualTo(roots.get(size));
      assertThat(tree.leaf(index)).isEqualTo(leaves.get(index));
      assertThat(tree.entry(index)).isEqualTo(entries.get(index));
      assertThat(tree.inclusion(index).verify(leaves.get(index), roots.get(size)))
          .isEqualTo(new Verdict.Verified());
      assertThat(tree.consistency(index + 1).verify(roots.get(index + 1), roots.get(size)))
          .isEqualTo(new Verdict.Verified());
    }
  }

  @Test
  void smallProofsAreThoseOfTheTree() throws IOException {
    grow();
    for (int size = 1; size < 300; size += 7) {
      var tree = new TiledTree(memory, size);
      for (int index = 0; index < size; index += 3) {
        var some = leaves.subList(0, size);
        assertThat(tree.inclusion(index)).isEqualTo(Tree.inclusion(some, index));
        assertThat(tree.consistency(index + 1)).isEqualTo(Tree.consistency(some, index + 1));
      }
    }
  }

  /// Three levels: one tile of each for the path, one of each for the right end.
  @Test
  void aProofReadsTwoTilesOfEachLevelAtMost() throws IOException {
    grow();
    var random = new SplittableRandom(3);
    for (int i = 0; i < 100; i++) {
      memory.read.clear();
      new TiledTree(memory, SIZE).inclusion(random.nextInt(SIZE));
      assertThat(memory.read).hasSizeLessThanOrEqualTo(6);
      memory.read.clear();
      new TiledTree(memory, SIZE).consistency(1 + random.nextInt(SIZE));
      assertThat(memory.read).hasSizeLessThanOrEqualTo(6);
      memory.read.clear();
      new TiledTree(memory, SIZE).root();
      assertThat(memory.read).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void aPartialTileThatIsGoneIsCutFromTheFullOne() throws IOException {
    grow();
    memory
        .tiles
        .keySet()
        .removeIf(tile -> !tile.isFull() && tile.index() < 200 && tile.level() < 1);
    assertThat(new TiledTree(memory, 700).root()).isEqualTo(roots.get(700));
    assertThat(new TiledTree(memory, 700).bundle(2)).hasSize(700 - 512);
    var resumed = Growth.resume(memory, 700, memory);
    assertThat(resumed.root()).isEqualTo(roots.get(700));
    resumed.add(entries.get(700));
    assertThat(resumed.cut()).isEqualTo(roots.get(701));
  }

  @Test
  void anEmptyLogHasNoTiles() throws IOException {
    assertThat(new Growth(memory).cut()).isEqualTo(Tree.EMPTY);
    assertThat(memory.tiles).isEmpty();
    assertThat(new TiledTree(memory, 0).root()).isEqualTo(Tree.EMPTY);
    assertThat(Growth.resume(memory, 0, memory).size()).isZero();
  }

  @Test
  void anEntryFitsItsLength() throws IOException {
    var growth = new Growth(memory);
    growth.add(new byte[65_535]);
    growth.cut();
    assertThat(new TiledTree(memory, 1).entry(0)).hasSize(65_535);
    assertThatIllegalArgumentException().isThrownBy(() -> growth.add(new byte[65_536]));
  }

  /// Grows in steps, each by a growth that knows nothing but the tiles.
  private void grow() throws IOException {
    var random = new SplittableRandom(4);
    long size = 0;
    while (size < SIZE) {
      var growth = Growth.resume(memory, size, memory);
      long to = Math.min(SIZE, size + 1 + random.nextInt(size < 3_000 ? 100 : 9_000));
      for (; size < to; size++) {
        growth.add(entries.get((int) size));
      }
      assertThat(growth.cut()).isEqualTo(roots.get((int) to));
    }
  }
}
