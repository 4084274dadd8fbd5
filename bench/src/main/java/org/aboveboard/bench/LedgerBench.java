package org.aboveboard.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.receipt.Opening;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.tile.Audit;
import org.aboveboard.ledger.tile.Growth;
import org.aboveboard.ledger.tile.TileFolder;
import org.aboveboard.ledger.tile.TiledTree;
import org.aboveboard.ledger.trust.TrustPolicy;

/// A ledger of a million entries in a folder: writing it, making a receipt out of it, checking that
/// receipt, and auditing all of it. Without a database.
///
/// Usage: `LedgerBench ENTRIES RECEIPTS RUNS`, with the system property `aboveboard.root`.
public final class LedgerBench {
  private static final Instant AT = Instant.parse("2026-11-25T00:00:00Z");
  private static final Canonical BODY =
      Canonical.empty()
          .with("purpose", "recommendations")
          .with("said", "GIVEN")
          .with("surface", "home-row")
          .with("promptDigest", "b".repeat(64))
          .with("policyDigest", "c".repeat(64))
          .with("runs", "d".repeat(64));

  private LedgerBench() {}

  public static void main(String... arguments) throws Exception {
    long size = Long.parseLong(arguments[0]);
    int receipts = Integer.parseInt(arguments[1]);
    int runs = Integer.parseInt(arguments[2]);
    Path root = Path.of(System.getProperty("aboveboard.root", ".")).toAbsolutePath();
    Path folder = Files.createTempDirectory(root.resolve("bench/target"), "ledger");
    try {
      TileFolder tiles = TileFolder.open(folder);
      Nonce nonce = Nonce.draw(new SecureRandom());
      Opening opening = Opening.of("consent", AT, nonce, BODY);
      SignerKey key = SignerKey.of("bench.invalid", new byte[32]);
      long from = System.nanoTime();
      Hash top = write(tiles, size, opening);
      say("written", size, from);
      Checkpoint checkpoint = new Checkpoint("bench.invalid", size, top);
      Note note = key.sign(checkpoint.text());
      TrustPolicy trust = TrustPolicy.of(key.verifier());
      for (int run = 0; run <= runs; run++) {
        System.out.println(run == 0 ? "warm-up" : "run " + run);
        receipts(new TiledTree(tiles, size), opening, note, trust, receipts);
        long began = System.nanoTime();
        if (!(Audit.of(tiles, checkpoint) instanceof Audit.Clean)) {
          throw new IllegalStateException("the audit found something");
        }
        say("audited", size, began);
      }
    } finally {
      Premises.delete(folder);
    }
  }

  /// Entries of other commitments, but for each thousandth, which is the one that receipts open.
  private static Hash write(TileFolder tiles, long size, Opening opening) throws Exception {
    Growth growth = new Growth(tiles);
    byte[] other = new byte[32];
    for (long index = 0; index < size; index++) {
      other[0] = (byte) index;
      other[1] = (byte) (index >> 8);
      other[2] = (byte) (index >> 16);
      Commitment commitment =
          index % 1000 == 0
              ? opening.commitment()
              : new Commitment(Hash.of(other.clone()).orElseThrow());
      growth.add(new Entry(index, "consent", AT, commitment).bytes());
    }
    Hash top = growth.cut();
    tiles.land();
    return top;
  }

  private static void receipts(
      TiledTree tree, Opening opening, Note note, TrustPolicy trust, int count) throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    List<long[]> made = new ArrayList<>();
    List<long[]> checked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long index = 1000 * random.nextLong(tree.size() / 1000);
      long from = System.nanoTime();
      byte[] bytes = Receipt.of(opening, tree.inclusion(index), note).bytes();
      long between = System.nanoTime();
      if (!(Receipt.read(bytes) instanceof Receipt.Read(Receipt read))
          || !(read.verify(trust) instanceof Verdict.Verified)) {
        throw new IllegalStateException("the receipt of " + index + " does not hold");
      }
      long end = System.nanoTime();
      made.add(new long[] {between - from});
      checked.add(new long[] {end - between});
    }
    System.out.println("  receipt made: " + Took.of(made, seconds(made)).words());
    System.out.println(
        "  receipt read and verified: " + Took.of(checked, seconds(checked)).words());
  }

  private static double seconds(List<long[]> nanos) {
    return nanos.stream().mapToLong(one -> one[0]).sum() / 1e9;
  }

  private static void say(String what, long size, long from) {
    double seconds = (System.nanoTime() - from) / 1e9;
    System.out.printf(
        Locale.ROOT, "  %,d entries %s: %.2f s, %,.0f/s%n", size, what, seconds, size / seconds);
  }
}
