package org.aboveboard.ledger;

import static org.aboveboard.ledger.Seeds.flipped;
import static org.aboveboard.ledger.Seeds.forAll;
import static org.aboveboard.ledger.Seeds.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeTest {
  /// The eight leaves and the roots of their first n, as Certificate Transparency's reference log
  /// and transparency-dev/merkle (testonly/constants.go, Apache-2.0) give them.
  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HexFormat.of()::parseHex)
          .map(Tree::leaf)
          .toList();

  private static final List<Hash> ROOTS =
      hashes(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsAreThoseOfTheReferenceLog() {
    for (int size = 0; size <= 8; size++) {
      assertThat(Tree.root(LEAVES.subList(0, size))).isEqualTo(ROOTS.get(size));
    }
  }

  /// The proofs are those of transparency-dev/merkle, testdata/inclusion (Apache-2.0).
  @Test
  void theInclusionProofsAreThoseOfTheReference() {
    assertThat(Tree.inclusion(LEAVES, 5).path())
        .isEqualTo(
            hashes(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(Tree.inclusion(LEAVES.subList(0, 5), 1).path())
        .isEqualTo(
            hashes(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  /// The proofs are those of transparency-dev/merkle, testdata/consistency (Apache-2.0).
  @Test
  void theConsistencyProofsAreThoseOfTheReference() {
    assertThat(Tree.consistency(LEAVES.subList(0, 7), 6).path())
        .isEqualTo(
            hashes(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(Tree.consistency(LEAVES.subList(0, 5), 2).path())
        .isEqualTo(
            hashes(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void theFrontierGrowsTheTreeThatTheDefinitionNames() {
    var leaves = leaves(new SplittableRandom(1), 130);
    var frontier = new Frontier();
    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(frontier.root()).isEqualTo(defined(leaves.subList(0, size)));
      if (size < leaves.size()) {
        frontier.add(leaves.get(size));
      }
    }
  }

  @Test
  void everyLeafOfEveryTreeIsProven() {
    var leaves = leaves(new SplittableRandom(2), 70);
    for (int size = 1; size <= leaves.size(); size++) {
      var tree = leaves.subList(0, size);
      var root = Tree.root(tree);
      for (int index = 0; index < size; index++) {
        assertVerified(Tree.inclusion(tree, index).verify(tree.get(index), root));
      }
    }
  }

  @Test
  void everyGrowthOfEveryTreeIsProven() {
    var leaves = leaves(new SplittableRandom(3), 70);
    for (int to = 1; to <= leaves.size(); to++) {
      var tree = leaves.subList(0, to);
      for (int from = 1; from <= to; from++) {
        assertVerified(
            Tree.consistency(tree, from)
                .verify(Tree.root(leaves.subList(0, from)), Tree.root(tree)));
      }
    }
  }

  @Test
  void everyFlippedBitOfAnInclusionIsRefuted() {
    forAll(
        30,
        random -> {
          var leaves = leaves(random, 2 + random.nextInt(60));
          int index = random.nextInt(leaves.size());
          var proof = Tree.inclusion(leaves, index);
          var leaf = leaves.get(index);
          var root = Tree.root(leaves);
          for (int bit = 0; bit < 256; bit++) {
            assertRefuted(proof.verify(flipped(leaf, bit), root));
            assertRefuted(proof.verify(leaf, flipped(root, bit)));
          }
          for (var path : flippedPaths(proof.path())) {
            assertRefuted(new Inclusion(index, leaves.size(), path).verify(leaf, root));
          }
        });
  }

  @Test
  void everyFlippedBitOfAConsistencyIsRefuted() {
    forAll(
        30,
        random -> {
          var leaves = leaves(random, 3 + random.nextInt(60));
          int from = 1 + random.nextInt(leaves.size() - 1);
          var proof = Tree.consistency(leaves, from);
          var before = Tree.root(leaves.subList(0, from));
          var after = Tree.root(leaves);
          for (int bit = 0; bit < 256; bit++) {
            assertRefuted(proof.verify(flipped(before, bit), after));
            assertRefuted(proof.verify(before, flipped(after, bit)));
          }
          for (var path : flippedPaths(proof.path())) {
            assertRefuted(new Consistency(from, leaves.size(), path).verify(before, after));
          }
        });
  }

  /// An index is evidence of order, so the right leaf at the wrong place must not pass. (A size may
  /// pass for another only where both trees put the leaf on the same path.)
  @Test
  void aWrongIndexOrAPathOfAnotherLengthIsRefuted() {
    forAll(
        100,
        random -> {
          var leaves = leaves(random, 2 + random.nextInt(60));
          int size = leaves.size();
          int index = random.nextInt(size);
          var leaf = leaves.get(index);
          var root = Tree.root(leaves);
          var path = Tree.inclusion(leaves, index).path();
          for (long wrong = -2; wrong < size + 3; wrong++) {
            if (wrong != index) {
              assertRefuted(new Inclusion(wrong, size, path).verify(leaf, root));
            }
          }
          var longer = new ArrayList<>(path);
          longer.add(random.nextInt(path.size() + 1), hash(random));
          assertRefuted(new Inclusion(index, size, longer).verify(leaf, root));
          assertRefuted(
              new Inclusion(index, size, path.subList(0, path.size() - 1)).verify(leaf, root));
        });
  }

  @Test
  void anyNumbersAtAllGetAVerdict() {
    forAll(
        5_000,
        random -> {
          var path = leaves(random, random.nextInt(70));
          long one = random.nextLong() >> random.nextInt(64);
          long other = random.nextLong() >> random.nextInt(64);
          assertRefuted(new Inclusion(one, other, path).verify(hash(random), hash(random)));
          assertRefuted(new Consistency(one, other, path).verify(hash(random), hash(random)));
        });
  }

  @Test
  void aNodeDoesNotPassForALeaf() {
    var inner = Tree.node(LEAVES.get(0), LEAVES.get(1));
    var forged = new Inclusion(0, 1, List.of());
    assertRefuted(forged.verify(inner, Tree.root(LEAVES)));
    assertThat(Tree.leaf(inner.bytes())).isNotEqualTo(inner);
  }

  @Test
  void noProofIsMadeOfWhatIsNotThere() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.inclusion(LEAVES, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.inclusion(LEAVES, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.consistency(LEAVES, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> Tree.consistency(LEAVES, 0));
  }

  /// The root exactly as RFC 6962 section 2.1 defines it, slow and obvious.
  private static Hash defined(List<Hash> leaves) {
    int n = leaves.size();
    if (n < 2) {
      return n == 0 ? Hash.sha256() : leaves.getFirst();
    }
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return Tree.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, n)));
  }

  private static List<List<Hash>> flippedPaths(List<Hash> path) {
    var paths = new ArrayList<List<Hash>>();
    for (int step = 0; step < path.size(); step++) {
      for (int bit = 0; bit < 256; bit++) {
        var flipped = new ArrayList<>(path);
        flipped.set(step, flipped(path.get(step), bit));
        paths.add(flipped);
      }
    }
    return paths;
  }

  private static List<Hash> leaves(RandomGenerator random, int count) {
    return Stream.generate(() -> hash(random)).limit(count).toList();
  }

  private static List<Hash> hashes(String... hex) {
    return Stream.of(hex).map(text -> Hash.ofHex(text).orElseThrow()).toList();
  }

  private static void assertVerified(Verdict verdict) {
    assertThat(verdict).isEqualTo(new Verdict.Verified());
  }

  private static void assertRefuted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
  }
}
