package org.aboveboard.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.aboveboard.ledger.Frontier;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Verdict;

/// A journal extract being checked line by line: indexes without a gap, every shown body opens its
/// commitment, and the root over all entries is the one that the header names.
final class Extract {
  private final Header header;
  private final Frontier tree = new Frontier();
  private long opened;

  private Extract(Header header) {
    this.header = header;
  }

  /// Checks the file, and its root against the trusted one where there is one.
  static Outcome check(InputStream in, Optional<Hash> trusted) throws IOException {
    var lines = new Lines(in);
    try {
      var header = Header.read(lines.next().orElseThrow(Extract::empty));
      if (trusted.isPresent() && !trusted.get().equals(header.root())) {
        return new Outcome.Refuted("the file's root is not the root you gave");
      }
      return new Extract(header).check(lines, trusted.isPresent());
    } catch (Unreadable unreadable) {
      var placed = unreadable.inLine(lines.number());
      return new Outcome.Unchecked(placed.what(), placed.cure());
    }
  }

  private Outcome check(Lines lines, boolean isRootTrusted) throws IOException, Unreadable {
    for (var fields = lines.next(); fields.isPresent(); fields = lines.next()) {
      var line = Line.read(fields.get());
      if (add(line) instanceof Verdict.Refuted(var reason)) {
        return new Outcome.Refuted("line " + lines.number() + ": " + reason);
      }
    }
    return switch (whole()) {
      case Verdict.Verified _ -> new Outcome.Verified(tree.size(), opened, isRootTrusted);
      case Verdict.Refuted(var reason) -> new Outcome.Refuted(reason);
    };
  }

  private Verdict add(Line line) {
    long expected = header.first() + tree.size();
    long index = line.entry().index();
    tree.add(line.entry().leaf());
    return Verdict.of(
            index == expected, "index " + index + " stands where " + expected + " belongs")
        .and(() -> opened(line));
  }

  private Verdict opened(Line line) {
    return switch (line) {
      case Line.Sealed _ -> new Verdict.Verified();
      case Line.Opened shown -> {
        opened++;
        yield shown.open();
      }
    };
  }

  private Verdict whole() {
    return Verdict.of(
            tree.size() == header.size(),
            "the header names " + header.size() + " entries, the file has " + tree.size())
        .and(() ->
            Verdict.of(tree.root().equals(header.root()), "the entries lead to another root"));
  }

  private static Unreadable empty() {
    return new Unreadable("the file is empty", "Export the file again.");
  }
}
