package org.aboveboard.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.receipt.Inner;
import org.aboveboard.ledger.receipt.Opening;
import org.aboveboard.ledger.receipt.Receipt;

/// Receipts of a made-up log, signed with keys that are no secret.
final class Papers {
  static final SignerKey LOG = SignerKey.of("example.org/log", seed(1));
  static final Cosigner ONE = cosigner("example.org/one", KeyKind.COSIGNATURE_ED25519, 2);
  static final Cosigner TWO = cosigner("example.org/two", KeyKind.COSIGNATURE_ED25519, 3);
  static final Cosigner LATTICE = cosigner("example.org/pq", KeyKind.COSIGNATURE_ML_DSA_44, 4);

  /// The log itself, as a cosigner.
  static final Cosigner TIMED = cosigner("example.org/log", KeyKind.COSIGNATURE_ED25519, 5);

  static final Instant AT = Instant.parse("2026-11-24T23:00:00Z");
  static final String KEY = LOG.verifier().format();

  private Papers() {}

  static Opening plain(String kind, RandomGenerator random) {
    return Opening.of(kind, AT, Nonce.draw(random), body());
  }

  static Opening chained(RandomGenerator random) {
    return plain("consent", random).after(new Commitment(hash(random)));
  }

  /// One of so many statements of an entry.
  static Opening twoStep(String kind, int place, int count, RandomGenerator random) {
    var nonce = Nonce.draw(random);
    var commitment = Commitment.to(body().bytes(), nonce).hash();
    var leaves = leaves(place, Tree.leaf(commitment.bytes()), count, random);
    var outer = Canonical.empty().with("count", count).with("root", Tree.root(leaves).hex());
    var inner = new Inner(place, Tree.inclusion(leaves, place).path(), nonce, body());
    return Opening.of(kind, AT, Nonce.draw(random), outer).showing(inner);
  }

  /// The receipt at a place of a log of this size, with these cosignatures.
  static Receipt receipt(
      Opening opening, int index, int size, RandomGenerator random, Cosigner... cosigners) {
    var leaves = leaves(index, opening.entry(index).leaf(), size, random);
    var checkpoint = new Checkpoint(LOG.verifier().name(), size, Tree.root(leaves));
    var note = LOG.sign(checkpoint.text());
    for (var cosigner : cosigners) {
      note = note.with(cosigner.cosign(checkpoint, AT.plusSeconds(5)));
    }
    return Receipt.of(opening, Tree.inclusion(leaves, index), note);
  }

  /// A policy that lists the log, the three witnesses, and these further lines.
  static String policy(String... lines) {
    return ("# whom to believe\nlog " + KEY + " https://example.org/\n")
        + ("witness one " + ONE.verifier().format() + "\n")
        + ("witness two " + TWO.verifier().format() + " https://two.example.org\n")
        + ("witness\tpq\t" + LATTICE.verifier().format() + "\n")
        + String.join("\n", lines)
        + "\n";
  }

  static Hash hash(RandomGenerator random) {
    var bytes = new byte[Hash.LENGTH];
    random.nextBytes(bytes);
    return Hash.of(bytes).orElseThrow();
  }

  private static Canonical body() {
    return Canonical.empty()
        .with("purpose", "recommend")
        .with("words", "Yes, \u201cuse\u201d it\nfor \u00e9clairs \\ more")
        .with("yes", true)
        .with("days", -400L);
  }

  private static List<Hash> leaves(int index, Hash leaf, int size, RandomGenerator random) {
    var leaves = new ArrayList<Hash>();
    for (int i = 0; i < size; i++) {
      leaves.add(i == index ? leaf : hash(random));
    }
    return leaves;
  }

  private static Cosigner cosigner(String name, KeyKind kind, int number) {
    return Cosigner.of(name, kind, seed(number));
  }

  private static byte[] seed(int number) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return seed;
  }
}
