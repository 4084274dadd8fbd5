package org.aboveboard.ledger.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Seeds;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.trust.TrustPolicy;

/// Receipts out of made-up logs, signed with a key that is no secret.
final class Receipts {
  static final SignerKey KEY = SignerKey.of("example.com/log", new byte[32]);
  static final TrustPolicy POLICY = TrustPolicy.of(KEY.verifier());
  static final Instant AT = Instant.parse("2026-11-24T23:00:00Z");

  private Receipts() {}

  /// The receipt of this opening at a place of a log of this size, among leaves of chance.
  static Receipt receipt(Opening opening, int index, int size, RandomGenerator random) {
    var leaves = new ArrayList<Hash>();
    for (int i = 0; i < size; i++) {
      leaves.add(i == index ? opening.entry(i).leaf() : Seeds.hash(random));
    }
    var text = new Checkpoint(KEY.verifier().name(), size, Tree.root(leaves)).text();
    return Receipt.of(opening, Tree.inclusion(leaves, index), KEY.sign(text));
  }

  static Opening plain(RandomGenerator random) {
    return Opening.of("consent", AT, Nonce.draw(random), body("given"));
  }

  static Opening chained(RandomGenerator random) {
    return plain(random).after(new Commitment(Seeds.hash(random)));
  }

  /// One of so many statements of an entry.
  static Opening twoStep(int place, int count, RandomGenerator random) {
    var leaves = new ArrayList<Hash>();
    var nonce = Nonce.draw(random);
    var body = body("shown");
    for (int i = 0; i < count; i++) {
      leaves.add(
          i == place
              ? Tree.leaf(Commitment.to(body.bytes(), nonce).hash().bytes())
              : Seeds.hash(random));
    }
    var outer = Canonical.empty().with("count", count).with("root", Tree.root(leaves).hex());
    return Opening.of("decisions", AT, Nonce.draw(random), outer)
        .showing(new Inner(place, Tree.inclusion(leaves, place).path(), nonce, body));
  }

  static List<Opening> all(RandomGenerator random) {
    return List.of(plain(random), chained(random), twoStep(2, 5, random), twoStep(0, 1, random));
  }

  private static Canonical body(String decision) {
    return Canonical.empty().with("decision", decision).with("words", "é\n").with("index", 7);
  }
}
