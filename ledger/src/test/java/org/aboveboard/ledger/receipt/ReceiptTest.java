package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aboveboard.ledger.receipt.Receipts.POLICY;
import static org.aboveboard.ledger.receipt.Receipts.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Seeds;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private final RandomGenerator random = new SplittableRandom(1);

  @Test
  void aReceiptOfEveryFormAtEveryPlaceIsVerified() {
    for (int size = 1; size < 20; size++) {
      for (int index = 0; index < size; index++) {
        for (var opening : Receipts.all(random)) {
          var receipt = receipt(opening, index, size, random);
          assertThat(read(receipt.bytes())).isEqualTo(receipt);
          assertThat(receipt.verify(POLICY)).isEqualTo(new Verdict.Verified());
        }
      }
    }
  }

  /// Nothing in the file is free: not a bit of the packed entry, the path or the signed note.
  @Test
  void noFlippedBitIsEverVerified() {
    for (var opening : Receipts.all(random)) {
      var bytes = receipt(opening, 5, 11, random).bytes();
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        assertNotVerified(Seeds.flipped(bytes, bit));
      }
    }
  }

  @Test
  void noFlippedBitOfThePackedEntryIsEverVerified() {
    for (var opening : Receipts.all(random)) {
      var receipt = receipt(opening, 5, 11, random);
      var packed = receipt.file().extraBytes();
      for (int bit = 0; bit < 8 * packed.length; bit++) {
        var extra = Base64.getEncoder().encodeToString(Seeds.flipped(packed, bit));
        assertNotVerified(
            receipt.file().text().replace(receipt.file().extra(), extra).getBytes(UTF_8));
      }
    }
  }

  @Test
  void aCutOrLongerFileIsNeverVerified() {
    var bytes = receipt(Receipts.chained(random), 3, 9, random).bytes();
    for (int length = 0; length < bytes.length + 40; length++) {
      if (length != bytes.length) {
        assertNotVerified(Arrays.copyOf(bytes, length));
      }
    }
  }

  @Test
  void theReasonSaysWhatDoesNotFit() {
    var receipt = receipt(Receipts.plain(random), 3, 9, random);
    var other = Receipts.plain(random);
    assertRefuted(
        Receipt.of(other, receipt.inclusion(), receipt.note()),
        "the entry in line 2 and the path in lines 4 to 7 do not lead to the checkpoint's root:"
            + " the proof leads to another root");
    var far = new Inclusion(9, 9, receipt.file().path());
    assertRefuted(
        Receipt.of(receipt.opening(), far, receipt.note()),
        "the entry in line 2 and the path in lines 4 to 7 do not lead to the checkpoint's root:"
            + " the index lies outside the tree");
    var stranger = SignerKey.of("example.com/log", Seeds.bytes(random, 32)).verifier();
    assertThat(receipt.verify(TrustPolicy.of(stranger)))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class,
            refuted -> assertThat(refuted.reason()).startsWith("the checkpoint: "));
  }

  @Test
  void aStatementThatIsNotAmongThoseOfItsEntryIsRefuted() {
    var opening = Receipts.twoStep(2, 5, random);
    var inner = opening.inner().orElseThrow();
    for (var wrong :
        List.of(
            new Inner(3, inner.path(), inner.nonce(), inner.body()),
            new Inner(5, inner.path(), inner.nonce(), inner.body()),
            new Inner(2, inner.path().subList(1, 3), inner.nonce(), inner.body()),
            new Inner(2, inner.path(), Nonce.draw(random), inner.body()),
            new Inner(2, inner.path(), inner.nonce(), opening.body()))) {
      assertThat(receipt(opening.showing(wrong), 3, 9, random).verify(POLICY))
          .isInstanceOfSatisfying(
              Verdict.Refuted.class,
              refuted ->
                  assertThat(refuted.reason())
                      .startsWith("line 2, the statement and the entry that stands for it: "));
    }
    assertThat(receipt(Receipts.plain(random).showing(inner), 3, 9, random).verify(POLICY))
        .isEqualTo(
            new Verdict.Refuted(
                "line 2, the statement and the entry that stands for it: the entry's body has no"
                    + " count and root of what it stands for"));
  }

  @Test
  void aChainedStatementCannotBeShownAsAnother() {
    var opening = Receipts.chained(random);
    var receipt = receipt(opening, 3, 9, random);
    var free = Opening.of(opening.kind(), opening.at(), opening.nonce(), opening.body());
    assertThat(Receipt.of(free, receipt.inclusion(), receipt.note()).verify(POLICY))
        .isInstanceOf(Verdict.Refuted.class);
    var elsewhere = opening.after(new Commitment(Hash.sha256()));
    assertThat(Receipt.of(elsewhere, receipt.inclusion(), receipt.note()).verify(POLICY))
        .isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void theStepsGoFromTheBodyToTheSignedRoot() {
    var receipt = receipt(Receipts.twoStep(2, 5, random), 3, 9, random);
    var steps = receipt.steps();
    assertThat(steps.stream().map(step -> step.getClass().getSimpleName()))
        .containsExactly(
            "Committed",
            "Leaf",
            "Node",
            "Node",
            "Node",
            "Root",
            "Committed",
            "Leaf",
            "Node",
            "Node",
            "Node",
            "Node",
            "Root");
    for (int i = 1; i < steps.size(); i++) {
      switch (steps.get(i)) {
        case Step.Root(var root) -> assertThat(root).isEqualTo(steps.get(i - 1).hash());
        case Step.Node(var left, var right, _) ->
            assertThat(List.of(left, right)).contains(steps.get(i - 1).hash());
        case Step.Leaf _ -> assertThat(steps.get(i - 1)).isInstanceOf(Step.Committed.class);
        case Step.Committed _ -> assertThat(steps.get(i - 1)).isInstanceOf(Step.Root.class);
      }
    }
    assertThat(steps.getLast().hash()).isEqualTo(receipt.checkpoint().root());
  }

  @Test
  void whatIsShownCanBeReadAndPrintsNothingPersonal() {
    var receipt = receipt(Receipts.twoStep(2, 5, random), 3, 9, random);
    assertThat(receipt.opening().kind()).isEqualTo("decisions");
    assertThat(receipt.opening().at()).isEqualTo(Receipts.AT);
    assertThat(receipt.opening().shown().fields()).containsOnlyKeys("decision", "index", "words");
    assertThat(receipt.opening().toString()).doesNotContain("shown");
  }

  @Test
  void anUnreadableFileSaysWhichLine() {
    assertUnreadable(
        opening -> opening.replace("kind consent", "kind two words"),
        "line 2, what is packed in it: its line 2: kind is not one word");
    assertUnreadable(
        opening -> opening.replace("00Z", "00.5Z"),
        "line 2, what is packed in it: its line 3: at is not a UTC time such as"
            + " 2026-01-02T03:04:05Z");
    assertUnreadable(
        opening -> opening.replace("\nnonce", "\nnoise"),
        "line 2, what is packed in it: its line 4 is not \"nonce\"");
    assertUnreadable(
        opening -> opening + "more\n", "line 2, what is packed in it: its line 6 is not \"place\"");
    assertUnreadable(
        opening -> opening.replace("@v1", "@v2"),
        "line 2, what is packed in it: its first line is not aboveboard-receipt@v1, or its last"
            + " line does not end");
  }

  private void assertUnreadable(UnaryOperator<String> change, String reason) {
    var receipt = receipt(Receipts.plain(random), 3, 9, random);
    var extra =
        Base64.getEncoder().encodeToString(change.apply(receipt.opening().text()).getBytes(UTF_8));
    var text = receipt.file().text().replace(receipt.file().extra(), extra);
    assertThat(Receipt.read(text.getBytes(UTF_8))).isEqualTo(new Receipt.Unreadable(reason));
  }

  private static void assertRefuted(Receipt receipt, String reason) {
    assertThat(receipt.verify(POLICY)).isEqualTo(new Verdict.Refuted(reason));
  }

  private static void assertNotVerified(byte[] bytes) {
    switch (Receipt.read(bytes)) {
      case Receipt.Unreadable(var reason) -> assertThat(reason).isNotBlank();
      case Receipt.Read(var receipt) ->
          assertThat(receipt.verify(POLICY)).isInstanceOf(Verdict.Refuted.class);
    }
  }

  private static Receipt read(byte[] bytes) {
    return ((Receipt.Read) Receipt.read(bytes)).receipt();
  }
}
