package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Tree;

/// Whose data a training run used: one pseudonym of each person, sorted, under a Merkle root that
/// the run's entry names.
///
/// A pseudonym is `HMAC-SHA-256(secret, "aboveboard run v1\n" ‖ run)`, so that those of two runs
/// have nothing in common, and nobody without the person's secret can look them up. That the list
/// is sorted cannot be seen from its root; whoever gets the whole list sees it.
public final class RunList {
  /// The order of the list: byte by byte, as numbers from 0 to 255.
  static final Comparator<Hash> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes());

  private static final byte[] DOMAIN = "aboveboard run v1\n".getBytes(US_ASCII);

  private final List<Hash> pseudonyms;
  private final Levels tree;

  private RunList(List<Hash> pseudonyms) {
    this.pseudonyms = pseudonyms;
    tree = new Levels(pseudonyms.stream().map(RunList::leaf).toList());
  }

  public static RunList of(Collection<Hash> pseudonyms) {
    return new RunList(pseudonyms.stream().distinct().sorted(ORDER).toList());
  }

  /// What a person is called in one run. The secret is that of their consent, the run's id has 16
  /// bytes.
  public static Hash pseudonym(byte[] secret, byte[] run) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(DOMAIN);
      return Hash.of(mac.doFinal(run)).orElseThrow();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform must offer HMAC-SHA-256", e);
    }
  }

  public List<Hash> pseudonyms() {
    return pseudonyms;
  }

  public int count() {
    return pseudonyms.size();
  }

  public Hash root() {
    return tree.root();
  }

  /// The proof that this pseudonym is in the list, where it is.
  public Optional<Inclusion> presence(Hash pseudonym) {
    int place = place(pseudonym);
    return place < 0 ? Optional.empty() : Optional.of(tree.inclusion(place));
  }

  /// The proof that this pseudonym is not in the list of this run, where it is not.
  public Optional<Absence> absence(Hash pseudonym, byte[] run) {
    int place = place(pseudonym);
    if (place >= 0) {
      return Optional.empty();
    }
    int after = -place - 1;
    return Optional.of(new Absence(run, count(), neighbour(after - 1), neighbour(after)));
  }

  static Hash leaf(Hash pseudonym) {
    return Tree.leaf(pseudonym.bytes());
  }

  private int place(Hash pseudonym) {
    return Collections.binarySearch(pseudonyms, pseudonym, ORDER);
  }

  private Optional<Neighbour> neighbour(int place) {
    return place < 0 || place >= count()
        ? Optional.empty()
        : Optional.of(new Neighbour(place, pseudonyms.get(place), tree.inclusion(place).path()));
  }
}
