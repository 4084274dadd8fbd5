package org.aboveboard.ledger.receipt;

import java.util.List;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;

/// The second step of an [Opening]: one of many statements that an entry stands for, such as one
/// answer among those of its second.
///
/// The entry's body has their `count` and the `root` (hexadecimal) of the tree over their
/// commitments.
///
/// @param place where this one stands among them, from 0
public record Inner(long place, List<Hash> path, Nonce nonce, Canonical body) {
  public Inner {
    path = List.copyOf(path);
    if (place < 0 || path.size() > ProofFile.MAX_PATH) {
      throw new IllegalArgumentException("a place is 0 or more, and a path has 0 to 63 hashes");
    }
  }

  public Commitment commitment() {
    return Commitment.to(body.bytes(), nonce);
  }

  Hash leaf() {
    return Tree.leaf(commitment().hash().bytes());
  }

  /// Whether it is one of those that this body stands for.
  Verdict verify(Canonical outer) {
    var root = Fields.text(outer, "root").flatMap(Hash::ofHex);
    return root.isEmpty() || count(outer) < 1
        ? new Verdict.Refuted("the entry's body has no count and root of what it stands for")
        : inclusion(outer).verify(leaf(), root.get());
  }

  Inclusion inclusion(Canonical outer) {
    return new Inclusion(place, count(outer), path);
  }

  private static long count(Canonical outer) {
    return Fields.whole(outer, "count").orElse(0L);
  }
}
