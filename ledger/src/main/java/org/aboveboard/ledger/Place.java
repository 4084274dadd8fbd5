package org.aboveboard.ledger;

/// A node's place on its level of a [Tree], counted from the left, beside the place of the last
/// node.
///
/// `fn` and `sn` of RFC 9162 sections 2.1.3.2 and 2.1.4.2. A last node without a sibling has no
/// hash of its own on the levels above; [#above] passes over them.
record Place(long own, long last) {
  boolean isTop() {
    return last == 0;
  }

  /// Whether the next hash of a proof stands to the left.
  boolean isRight() {
    return (own & 1) == 1 || own == last;
  }

  /// The place after one hash of a proof has been taken in.
  Place above() {
    var place = this;
    if (isRight()) {
      while ((place.own & 1) == 0 && place.own != 0) {
        place = place.up();
      }
    }
    return place.up();
  }

  /// The place of the largest full subtree that ends here: as long as this is a right child, up.
  Place subtree() {
    var place = this;
    while ((place.own & 1) == 1) {
      place = place.up();
    }
    return place;
  }

  private Place up() {
    return new Place(own >> 1, last >> 1);
  }
}
