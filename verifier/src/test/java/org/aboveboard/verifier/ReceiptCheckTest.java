package org.aboveboard.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptCheckTest {
  @TempDir private Path folder;

  @Test
  void everyGoodReceiptIsVerifiedAndTold() throws IOException {
    for (var good : Cases.good()) {
      var shell = Shell.check(good, folder);
      assertThat(shell.sentence()).as("%s", good).isEqualTo(good.words());
      assertThat(shell.code()).as("%s", good).isZero();
      assertThat(shell.said())
          .as("%s", good)
          .contains("(time)   2026-11-24 23:00:00 UTC", "purpose  recommend", "yes      yes")
          .contains("words    Yes, \u201cuse\u201d it\\nfor \u00e9clairs \\\\ more");
    }
  }

  @Test
  void everyFaultIsNamed() throws IOException {
    assertThat(Cases.bad()).hasSizeGreaterThan(200);
    for (var bad : Cases.bad()) {
      var shell = Shell.check(bad, folder);
      assertThat(shell.sentence()).as("%s", bad).startsWith(bad.words());
      assertThat(shell.code()).as("%s", bad).isEqualTo(bad.words().startsWith("Refuted") ? 1 : 2);
    }
  }

  @Test
  void withoutAKeyNothingIsEverVerified() throws IOException {
    for (var good : Cases.good()) {
      var shell = Shell.check(good.trusting("", "", ""), folder);
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.sentence())
          .isEqualTo("Not checked: nobody vouches for the key of example.org/log.");
    }
  }

  @Test
  void whoCosignedIsToldAndWhetherItIsEnough() throws IOException {
    var one = "Cosigned by one on 2026-11-24 23:00:05 UTC.";
    assertThat(told("witnessed")).contains(one, "The quorum one is met.");
    assertThat(told("witnessed: without a quorum")).contains(one).doesNotContain("quorum");
    for (var alone : new String[] {"witnessed: by key alone", "plain"}) {
      assertThat(told(alone))
          .contains("No witness vouches for it: you trust the operator not to show others")
          .doesNotContain("Cosigned");
    }
  }

  @Test
  void eachHashOnTheWayIsToldOnRequest() throws IOException {
    var plain = Cases.good().get(11);
    var said = Shell.check(plain, folder, "--steps").said();
    assertThat(said).contains("leaf 5 of 9", "the root that is named");
    assertThat(said.lines().filter(line -> line.matches("  [0-9a-f]{64}  .*"))).hasSize(7);
  }

  /// Ten thousand of chance and ten thousand more: no byte of a receipt is free.
  @Test
  void nothingButTheReceiptItselfIsVerified() {
    var receipts = Cases.good().stream().filter(good -> !hasFreeLine(good)).toList();
    int read = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      var good = receipts.get(random.nextInt(receipts.size()));
      var changed = Damage.of(good.receipt(), random);
      if (Receipt.read(changed) instanceof Receipt.Read(var receipt)) {
        read++;
        boolean isVerified = receipt.verify(policy(good.trust())) instanceof Verdict.Verified;
        assertThat(isVerified)
            .as("seed %s of %s", seed, good)
            .isEqualTo(Arrays.equals(changed, good.receipt()));
        assertThat(receipt.bytes()).as("seed %s of %s", seed, good).isEqualTo(changed);
        assertThat(receipt.steps()).isNotEmpty();
      }
    }
    assertThat(read).as("changes that can still be read").isBetween(1_000, 19_000);
  }

  /// A line by a key that its reader does not believe can be anything.
  private static boolean hasFreeLine(Case good) {
    return good.name().contains(": ") || good.name().equals("a log that states times");
  }

  private String told(String name) throws IOException {
    var given = Cases.good().stream().filter(good -> good.name().equals(name)).findFirst();
    return Shell.check(given.orElseThrow(), folder).said();
  }

  private static TrustPolicy policy(String trust) {
    var text = trust.contains("\n") ? trust : "log " + trust + "\nquorum none\n";
    return switch (TrustPolicy.parse(text)) {
      case TrustPolicy.Read(var policy) -> policy;
      case TrustPolicy.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }
}
