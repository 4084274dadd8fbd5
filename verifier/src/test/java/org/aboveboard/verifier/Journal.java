package org.aboveboard.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Value;

/// A generated journal and its extract, line by line.
record Journal(long first, List<Entry> entries, List<String> lines) {
  /// A journal of this size; each entry is opened or stays sealed by chance.
  static Journal of(RandomGenerator random, long first, int size) {
    var entries = new ArrayList<Entry>();
    var lines = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      var time = Instant.ofEpochSecond(1_767_225_600L + i, 1_000L * random.nextInt(1_000_000));
      var body =
          Canonical.empty().with("item", random.nextLong()).with("yes", true).with("say", "é\n\"");
      var previous = new Commitment(Tree.EMPTY);
      boolean isChained = random.nextBoolean();
      var made =
          isChained
              ? Commitment.make(previous, body.bytes(), random)
              : Commitment.make(body.bytes(), random);
      var chain = isChained ? ",\"previous\":\"" + previous.hash() + "\"" : "";
      var entry = new Entry(first + i, "consent.given", time, made.commitment());
      entries.add(entry);
      lines.add(random.nextBoolean() ? line(entry, "") : line(entry, chain + opening(made, body)));
    }
    return new Journal(first, entries, lines);
  }

  String header() {
    var root = Tree.root(entries.stream().map(Entry::leaf).toList());
    return "{\"first\":%d,\"size\":%d,\"root\":\"%s\"}".formatted(first, entries.size(), root);
  }

  String extract() {
    return header() + "\n" + String.join("", lines.stream().map(line -> line + "\n").toList());
  }

  private static String line(Entry entry, String opening) {
    return "{\"index\":%d,\"kind\":\"%s\",\"at\":\"%s\",\"commitment\":\"%s\"%s}"
        .formatted(entry.index(), entry.kind(), entry.at(), entry.commitment().hash(), opening);
  }

  private static String opening(Commitment.Made made, Canonical body) {
    var number = (Value.Whole) body.field("item").orElseThrow();
    return ",\"nonce\":\"%s\",\"body\":{\"yes\":true,\"say\":\"\\u00e9\\n\\\"\",\"item\":%d}"
        .formatted(made.nonce().hex(), number.number());
  }
}
