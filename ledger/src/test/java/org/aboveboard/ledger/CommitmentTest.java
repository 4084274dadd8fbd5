package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.aboveboard.ledger.Seeds.bytes;
import static org.aboveboard.ledger.Seeds.flipped;
import static org.aboveboard.ledger.Seeds.forAll;
import static org.aboveboard.ledger.Seeds.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class CommitmentTest {
  @Test
  void opensWithItsOwnNonceAndBody() {
    forAll(
        200,
        random -> {
          var body = bytes(random, random.nextInt(300));
          var made = Commitment.make(body, random);
          assertThat(made.commitment().open(made.nonce(), body)).isEqualTo(new Verdict.Verified());
        });
  }

  @Test
  void everyFlippedBitIsRefuted() {
    forAll(
        20,
        random -> {
          var body = bytes(random, 1 + random.nextInt(60));
          var made = Commitment.make(body, random);
          for (int bit = 0; bit < 8 * body.length; bit++) {
            assertRefuted(made.commitment().open(made.nonce(), flipped(body, bit)));
          }
          for (int bit = 0; bit < 256; bit++) {
            var nonce = Nonce.of(flipped(made.nonce().bytes(), bit)).orElseThrow();
            assertRefuted(made.commitment().open(nonce, body));
            var other = new Commitment(flipped(made.commitment().hash(), bit));
            assertRefuted(other.open(made.nonce(), body));
          }
        });
  }

  @Test
  void aByteMovedBetweenNonceAndBodyIsRefuted() {
    forAll(
        50,
        random -> {
          var body = bytes(random, 20);
          var made = Commitment.make(body, random);
          var longer = new byte[21];
          longer[0] = made.nonce().bytes()[31];
          System.arraycopy(body, 0, longer, 1, 20);
          assertRefuted(made.commitment().open(made.nonce(), longer));
        });
  }

  @Test
  void equalBodiesGiveCommitmentsThatDiffer() {
    var random = new SecureRandom();
    var body = "same".getBytes(US_ASCII);
    assertThat(Commitment.make(body, random).commitment())
        .isNotEqualTo(Commitment.make(body, random).commitment());
  }

  /// Computed by another implementation: `hashlib` of Python, over the three parts.
  @Test
  void theBytesThatAreHashedNeverChange() {
    var nonce = Nonce.of(new byte[32]).orElseThrow();
    assertThat(Commitment.to("body".getBytes(US_ASCII), nonce).hash().hex())
        .isEqualTo("dd6d0fe2f0babd1d352e62e6851e64c1a6b143f036652e55e0f0eb20b6b8e0f7");
    var previous = new byte[32];
    for (int i = 0; i < 32; i++) {
      previous[i] = (byte) i;
    }
    var before = new Commitment(Hash.of(previous).orElseThrow());
    assertThat(Commitment.to(before, "body".getBytes(US_ASCII), nonce).hash().hex())
        .isEqualTo("28304c7a09e0c6d3a24b4c20a8406d4e42db2d5c05eb706283301cb11e6603d0");
  }

  @Test
  void aChainedOneOpensAfterItsOwnPreviousOneOnly() {
    forAll(
        200,
        random -> {
          var body = bytes(random, random.nextInt(100));
          var previous = new Commitment(hash(random));
          var made = Commitment.make(previous, body, random);
          assertThat(made.commitment().open(previous, made.nonce(), body))
              .isEqualTo(new Verdict.Verified());
          var other = new Commitment(flipped(previous.hash(), random.nextInt(256)));
          assertRefuted(made.commitment().open(other, made.nonce(), body));
          assertRefuted(made.commitment().open(made.nonce(), body));
        });
  }

  /// Not even where the previous one is put in front of the body.
  @Test
  void neitherFormPassesForTheOther() {
    forAll(
        50,
        random -> {
          var body = bytes(random, 20);
          var previous = new Commitment(hash(random));
          var made = Commitment.make(previous, body, random);
          var joined = ByteBuffer.allocate(52).put(previous.hash().bytes()).put(body).array();
          assertRefuted(made.commitment().open(made.nonce(), joined));
        });
  }

  @Test
  void aCommitmentIsNotATreeLeaf() {
    forAll(
        20,
        random -> {
          var body = bytes(random, 40);
          assertThat(Commitment.make(body, random).commitment().hash())
              .isNotEqualTo(Tree.leaf(body))
              .isNotEqualTo(hash(random));
        });
  }

  @Test
  void aNoncePrintsNothing() {
    assertThat(Nonce.draw(new SecureRandom())).hasToString("Nonce");
  }

  private static void assertRefuted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
  }
}
