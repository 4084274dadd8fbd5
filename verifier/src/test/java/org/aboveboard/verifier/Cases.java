package org.aboveboard.verifier;

import static org.aboveboard.verifier.Papers.KEY;
import static org.aboveboard.verifier.Papers.policy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The table that Java and the page in the browser must agree on, receipt by receipt: what is
/// wrong, and how the answer begins.
final class Cases {
  static final String YES = "Verified: the log example.org/log signed a ledger of ";

  private final SplittableRandom random = new SplittableRandom(44);

  private final Case plain =
      Case.of(
          "plain",
          Papers.receipt(Papers.plain("consent", random), 5, 9, random),
          KEY,
          YES + "9 entries, and entry 5 says this.");
  private final Case chained =
      Case.of(
          "chained",
          Papers.receipt(Papers.chained(random), 9, 16, random),
          KEY,
          YES + "16 entries, and entry 9 says this.");
  private final Case twoStep =
      Case.of(
          "two-step",
          Papers.receipt(Papers.twoStep("decisions", 2, 6, random), 3, 12, random),
          KEY,
          YES + "12 entries, and statement 2 in entry 3 says this.");
  private final Case witnessed =
      Case.of(
          "witnessed",
          Papers.receipt(Papers.chained(random), 11, 15, random, Papers.ONE),
          policy("quorum one"),
          YES + "15 entries, and entry 11 says this.");

  static List<Case> good() {
    return new Cases().allGood().toList();
  }

  static List<Case> bad() {
    var cases = new Cases();
    var faults = new Faults();
    for (var base : List.of(cases.plain, cases.chained, cases.witnessed)) {
      new FileFaults(faults, base).lines();
      new FileFaults(faults, base).note();
    }
    new OpeningFaults(faults, cases.plain, cases.chained, cases.twoStep).add();
    new TrustFaults(faults, cases.plain, cases.witnessed).add();
    return faults.all();
  }

  private Stream<Case> allGood() {
    var kinds =
        Stream.of(
                "event",
                "set-aside",
                "consent",
                "policy",
                "withdrawal-done",
                "forgotten",
                "erasure",
                "retention",
                "training",
                "restore",
                "download")
            .map(kind ->
                Case.of(
                    kind,
                    Papers.receipt(Papers.plain(kind, random), 4, 7, random),
                    KEY,
                    YES + "7 entries, and entry 4 says this."));
    var shapes =
        Stream.of(
            plain,
            chained,
            twoStep,
            witnessed,
            Case.of(
                "the only entry",
                Papers.receipt(Papers.chained(random), 0, 1, random),
                KEY,
                YES + "1 entry, and entry 0 says this."),
            Case.of(
                "the last of many",
                Papers.receipt(Papers.chained(random), 256, 257, random),
                KEY,
                YES + "257 entries, and entry 256 says this."),
            Case.of(
                "the only statement",
                Papers.receipt(Papers.twoStep("epoch-destroyed", 0, 1, random), 2, 3, random),
                KEY,
                YES + "3 entries, and statement 0 in entry 2 says this."),
            witnessed.trusting("without a quorum", witnessed.words(), policy("quorum none")),
            witnessed.trusting("by key alone", witnessed.words(), KEY),
            witnessed.trusting(
                "a group", witnessed.words(), policy("group g any one two", "quorum g")),
            Case.of(
                "a log that states times",
                Papers.receipt(Papers.chained(random), 1, 2, random, Papers.TIMED),
                Papers.TIMED.verifier().format(),
                YES + "2 entries, and entry 1 says this."),
            Case.of(
                "two of three",
                Papers.receipt(Papers.chained(random), 1, 2, random, Papers.TWO, Papers.ONE),
                policy("group g 2 one two pq", "group h all g", "quorum h"),
                YES + "2 entries, and entry 1 says this."));
    return Stream.concat(kinds, shapes);
  }
}
