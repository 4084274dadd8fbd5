package org.aboveboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryTest {
  private static final Commitment COMMITMENT = new Commitment(Hash.sha256());
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void kindTimeAndCommitmentAreAllInTheLeaf() {
    var leaf = new Entry(0, "consent.given", AT, COMMITMENT).leaf();
    assertThat(new Entry(0, "consent.refused", AT, COMMITMENT).leaf()).isNotEqualTo(leaf);
    assertThat(new Entry(0, "consent.given", AT.plusSeconds(1), COMMITMENT).leaf())
        .isNotEqualTo(leaf);
    assertThat(new Entry(0, "consent.given", AT, new Commitment(Tree.leaf(new byte[0]))).leaf())
        .isNotEqualTo(leaf);
  }

  @Test
  void theTimeIsCutToWholeSeconds() {
    assertThat(new Entry(0, "run", AT.plusNanos(999_999_999), COMMITMENT))
        .isEqualTo(new Entry(0, "run", AT, COMMITMENT));
  }

  @Test
  void theBytesCanBeReadBack() {
    assertThat(Canonical.read(new Entry(7, "run", AT, COMMITMENT).bytes()))
        .isEqualTo(
            new Canonical.Read(
                Canonical.empty()
                    .with("kind", "run")
                    .with("at", "2026-01-02T03:04:05Z")
                    .with("commitment", COMMITMENT.hash().hex())));
  }

  @Test
  void whatIsWrittenIsReadAndNothingElse() {
    var entry = new Entry(7, "run", AT, COMMITMENT);
    assertThat(Entry.read(7, entry.bytes())).contains(entry);
    for (int bit = 0; bit < 8 * entry.bytes().length; bit++) {
      var damaged = Seeds.flipped(entry.bytes(), bit);
      Entry.read(7, damaged).ifPresent(read -> assertThat(read.bytes()).isEqualTo(damaged));
    }
    assertThat(Entry.read(-1, entry.bytes())).isEmpty();
    assertThat(Entry.read(7, Canonical.empty().bytes())).isEmpty();
  }

  @Test
  void anIndexIsNeverNegativeAndAKindIsAWord() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Entry(-1, "run", AT, COMMITMENT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Entry(0, "two words", AT, COMMITMENT));
  }
}
