package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Seeds;
import org.aboveboard.ledger.Tree;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as what has these very bytes, or are not read; and whatever was read
/// can be judged.
class ReceiptFuzzTest {
  private static final List<Hash> PEOPLE =
      IntStream.range(0, 5).mapToObj(i -> Hash.sha256(new byte[i])).toList();

  @MethodSource("files")
  @FuzzTest
  void aProofHasOneForm(byte[] bytes) {
    switch (ProofFile.read(bytes)) {
      case ProofFile.Read(var file) -> assertThat(file.bytes()).isEqualTo(bytes);
      case ProofFile.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("openings")
  @FuzzTest
  void anOpeningHasOneForm(byte[] bytes) {
    switch (Opening.read(bytes)) {
      case Opening.Read(var opening) -> {
        assertThat(opening.bytes()).isEqualTo(bytes);
        assertThat(opening.verifyInner()).isNotNull();
        assertThat(opening.entry(7).leaf()).isNotNull();
      }
      case Opening.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("files")
  @FuzzTest
  void aReceiptHasOneFormAndAVerdict(byte[] bytes) {
    switch (Receipt.read(bytes)) {
      case Receipt.Read(var receipt) -> {
        assertThat(receipt.bytes()).isEqualTo(bytes);
        assertThat(receipt.verify(Receipts.POLICY)).isNotNull();
        assertThat(receipt.steps()).isNotEmpty();
      }
      case Receipt.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @MethodSource("absences")
  @FuzzTest
  void anAbsenceHasOneFormAndAVerdict(byte[] bytes) {
    switch (Absence.read(bytes)) {
      case Absence.Read(var absence) -> {
        assertThat(absence.bytes()).isEqualTo(bytes);
        assertThat(absence.verify(Tree.EMPTY, RunList.of(PEOPLE).root())).isNotNull();
      }
      case Absence.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  static Stream<Arguments> files() {
    var random = new SplittableRandom(4);
    return Receipts.all(random).stream()
        .map(opening -> arguments((Object) Receipts.receipt(opening, 3, 6, random).bytes()));
  }

  static Stream<Arguments> openings() {
    return Stream.concat(
            Receipts.all(new SplittableRandom(4)).stream().map(Opening::text),
            Stream.of("aboveboard-receipt@v1\nkind a\nat +1000000000-12-31T23:59:59Z\n"))
        .map(text -> arguments((Object) text.getBytes(US_ASCII)));
  }

  static Stream<Arguments> absences() {
    var random = new SplittableRandom(4);
    return Stream.of(List.<Hash>of(), PEOPLE, PEOPLE.subList(0, 1))
        .map(people -> RunList.of(people).absence(Seeds.hash(random), new byte[16]).orElseThrow())
        .map(absence -> arguments((Object) absence.bytes()));
  }
}
