package org.aboveboard.verifier;

import java.util.Set;
import org.aboveboard.ledger.Hash;

/// The first line of an extract: what the rest claims to be.
///
/// @param first the journal's first index, 0 or 1
/// @param size how many entries follow
/// @param root the root of the tree over them
record Header(long first, long size, Hash root) {
  private static final Set<String> NAMES = Set.of("first", "size", "root");

  static Header read(Json.Fields fields) throws Unreadable {
    var members = Members.of(fields, NAMES);
    long first = members.has("first") ? members.count("first") : 0;
    if (first > 1) {
      throw new Unreadable(
          "a journal's first index is 0 or 1", "Export the journal from its beginning.");
    }
    var root = members.read("root", "64 lower-case hexadecimal digits", Hash::ofHex);
    return new Header(first, members.count("size"), root);
  }
}
