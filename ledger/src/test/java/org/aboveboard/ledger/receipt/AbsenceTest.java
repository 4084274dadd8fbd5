package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aboveboard.ledger.Seeds.bytes;
import static org.aboveboard.ledger.Seeds.flipped;
import static org.aboveboard.ledger.Seeds.forAll;
import static org.aboveboard.ledger.Seeds.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private static final byte[] RUN = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
  private static final byte[] SECRET = HexFormat.of().parseHex("ab".repeat(32));

  /// Computed by another implementation: `hmac` of Python.
  @Test
  void thePseudonymIsThatOfTheFormat() {
    assertThat(RunList.pseudonym(SECRET, RUN).hex())
        .isEqualTo("698a9fbd75e01f0a5351136de045b29d1dbc05accb198b832ae68d917eb971aa");
  }

  @Test
  void whoeverIsNotInTheListIsProvedAbsentAndNobodyElse() {
    forAll(
        200,
        random -> {
          var list = list(random.nextInt(40), random);
          var stranger = hash(random);
          var absence = list.absence(stranger, RUN).orElseThrow();
          assertThat(read(absence).verify(stranger, list.root())).isEqualTo(new Verdict.Verified());
          for (var member : list.pseudonyms()) {
            assertThat(list.absence(member, RUN)).isEmpty();
            assertThat(
                    list.presence(member)
                        .orElseThrow()
                        .verify(Tree.leaf(member.bytes()), list.root()))
                .isEqualTo(new Verdict.Verified());
            assertRefuted(absence.verify(member, list.root()));
          }
        });
  }

  @Test
  void theListIsSortedByBytesWithoutSign() {
    var high = Hash.ofHex("ff".repeat(32)).orElseThrow();
    var low = Hash.ofHex("01".repeat(32)).orElseThrow();
    assertThat(RunList.of(List.of(high, low, high)).pseudonyms()).containsExactly(low, high);
  }

  @Test
  void neighboursThatAreNotNextToOneAnotherAreRefuted() {
    var list = list(9, new SplittableRandom(2));
    for (int left = -1; left < 9; left++) {
      for (int right = left + 1; right <= 9; right++) {
        for (var member : list.pseudonyms()) {
          assertRefuted(absence(list, 9, left, right).verify(member, list.root()));
        }
      }
    }
  }

  @Test
  void anotherOrderOrPlaceIsRefuted() {
    var random = new SplittableRandom(3);
    var list = list(9, random);
    var stranger = hash(random);
    var absence = list.absence(stranger, RUN).orElseThrow();
    int after =
        (int)
            list.pseudonyms().stream()
                .filter(member -> RunList.ORDER.compare(member, stranger) < 0)
                .count();
    assertThat(absence.text()).isEqualTo(absence(list, 9, after - 1, after).text());
    assertRefuted(absence(list, 9, after, after - 1).verify(stranger, list.root()));
    assertRefuted(absence(list, 9, after, after).verify(stranger, list.root()));
    assertRefuted(absence(list, 9, -1, 9).verify(stranger, list.root()));
    assertRefuted(absence.verify(stranger, hash(random)));
  }

  /// Whoever is in the list cannot be proved absent by a list that is said to end before them.
  @Test
  void aFalseEndOfTheListIsRefuted() {
    for (int size = 2; size < 34; size++) {
      var list = list(size, new SplittableRandom(size));
      for (int end = 1; end < size; end++) {
        var member = list.pseudonyms().get(size - 1);
        assertRefuted(absence(list, end, end - 1, size).verify(member, list.root()));
      }
      assertRefuted(absence(list, 0, -1, size).verify(Tree.EMPTY, list.root()));
    }
  }

  @Test
  void anotherCountThanTheRunNamesIsRefuted() {
    var run = new Case(SECRET, list(20, new SplittableRandom(10)));
    var places = run.absence().neighbours().stream().map(Neighbour::place).toList();
    for (int count : new int[] {0, 1, 5, 19, 21, 32}) {
      var absence =
          absence(run.list(), count, places.getFirst().intValue(), places.getLast().intValue());
      assertRefuted(run.verify(absence));
    }
  }

  @Test
  void beforeTheFirstAndAfterTheLastOneNeighbourIsEnough() {
    var list = list(9, new SplittableRandom(4));
    var first = Hash.ofHex("00".repeat(32)).orElseThrow();
    var last = Hash.ofHex("ff".repeat(32)).orElseThrow();
    assertThat(list.absence(first, RUN).orElseThrow().neighbours()).hasSize(1);
    assertThat(list.absence(first, RUN).orElseThrow().verify(first, list.root()))
        .isEqualTo(new Verdict.Verified());
    assertThat(list.absence(last, RUN).orElseThrow().verify(last, list.root()))
        .isEqualTo(new Verdict.Verified());
    assertRefuted(list.absence(first, RUN).orElseThrow().verify(last, list.root()));
    var empty = RunList.of(List.of());
    assertThat(empty.absence(first, RUN).orElseThrow().verify(first, empty.root()))
        .isEqualTo(new Verdict.Verified());
    assertRefuted(empty.absence(first, RUN).orElseThrow().verify(first, list.root()));
  }

  @Test
  void consentRunAndAbsenceTogetherProveThatSomebodyWasLeftOut() {
    var run = new Case(SECRET, list(20, new SplittableRandom(5)));
    assertThat(run.verify(run.absence())).isEqualTo(new Verdict.Verified());
  }

  @Test
  void aConsentThatTheRunCouldNotKnowProvesNothing() {
    var run = new Case(SECRET, list(20, new SplittableRandom(5)));
    var absence = run.absence();
    assertThat(absence.verify(run.consent(), run.training(3), Receipts.POLICY))
        .isEqualTo(new Verdict.Verified());
    assertThat(absence.verify(run.consent(), run.training(2), Receipts.POLICY))
        .isEqualTo(
            new Verdict.Refuted(
                "the consent was given after the consents that the run knew, so it says nothing"
                    + " about it"));
  }

  @Test
  void noFlippedBitOfAnAbsenceIsEverVerified() {
    var run = new Case(SECRET, list(20, new SplittableRandom(6)));
    var bytes = run.absence().bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      switch (Absence.read(flipped(bytes, bit))) {
        case Absence.Unreadable(var reason) -> assertThat(reason).isNotBlank();
        case Absence.Read(var absence) -> assertRefuted(run.verify(absence));
      }
    }
  }

  @Test
  void whatDoesNotBelongTogetherIsRefutedWithTheReason() {
    var run = new Case(SECRET, list(20, new SplittableRandom(7)));
    var absence = run.absence();
    assertThat(absence.verify(run.training(), run.training(), Receipts.POLICY))
        .isEqualTo(new Verdict.Refuted("the consent: the entry is not of the kind consent"));
    assertThat(absence.verify(run.consent(), run.consent(), Receipts.POLICY))
        .isEqualTo(new Verdict.Refuted("the run: the entry is not of the kind training"));
    var other = run.list().absence(run.pseudonym(), new byte[16]).orElseThrow();
    assertThat(run.verify(other))
        .isEqualTo(new Verdict.Refuted("the receipt is of another run than " + "00".repeat(16)));
    var member = new Case(bytes(new SplittableRandom(8), 32), run.list());
    assertThat(absence.verify(member.consent(), run.training(), Receipts.POLICY))
        .isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void looseFormsAreUnreadable() {
    var text = list(9, new SplittableRandom(9)).absence(Tree.EMPTY, RUN).orElseThrow().text();
    assertThat(
            Stream.of(
                "",
                text.strip(),
                text + "\n",
                text + "more x\n",
                text.replace("count 9", "count 09"),
                text.replace("count 9", "count 10000000000000000000"),
                text.replace("run 0001", "run 00"),
                text.replace("0a0b", "0A0b"),
                text.replace("@v1", "@v2"),
                text.replace("before", "behind")))
        .allSatisfy(loose ->
            assertThat(Absence.read(loose.getBytes(UTF_8))).isInstanceOf(Absence.Unreadable.class));
  }

  /// A person's consent and a run that they are no part of.
  private record Case(String secret, RunList list) {
    Case(byte[] secret, RunList list) {
      this(HexFormat.of().formatHex(secret), list);
    }

    Receipt consent() {
      return receipt("consent", Canonical.empty().with("runs", secret), 3);
    }

    Receipt training() {
      return training(6);
    }

    /// The run that knew the consents up to this index.
    Receipt training(long consents) {
      var body =
          Canonical.empty()
              .with("run", HexFormat.of().formatHex(RUN))
              .with("consents", consents)
              .with("count", list.count())
              .with("root", list.root().hex());
      return receipt("training", body, 7);
    }

    Hash pseudonym() {
      return RunList.pseudonym(HexFormat.of().parseHex(secret), RUN);
    }

    Absence absence() {
      return list.absence(pseudonym(), RUN).orElseThrow();
    }

    Verdict verify(Absence absence) {
      return absence.verify(consent(), training(), Receipts.POLICY);
    }

    private static Receipt receipt(String kind, Canonical body, int index) {
      var random = new SplittableRandom(index);
      var opening = Opening.of(kind, Receipts.AT, Nonce.draw(random), body);
      return Receipts.receipt(opening, index, 9, random);
    }
  }

  private static RunList list(int count, RandomGenerator random) {
    return RunList.of(Stream.generate(() -> hash(random)).limit(count).toList());
  }

  /// An absence that claims these two places to be next to one another; -1 and the count are ends.
  private static Absence absence(RunList list, long count, int left, int right) {
    return new Absence(RUN, count, neighbour(list, left), neighbour(list, right));
  }

  private static Optional<Neighbour> neighbour(RunList list, int place) {
    if (place < 0 || place >= list.count()) {
      return Optional.empty();
    }
    var member = list.pseudonyms().get(place);
    return Optional.of(new Neighbour(place, member, list.presence(member).orElseThrow().path()));
  }

  private static Absence read(Absence absence) {
    return ((Absence.Read) Absence.read(absence.bytes())).absence();
  }

  private static void assertRefuted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
  }
}
