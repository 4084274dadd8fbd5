package org.aboveboard.ledger;

import static org.aboveboard.ledger.Seeds.bytes;
import static org.aboveboard.ledger.Seeds.flipped;
import static org.aboveboard.ledger.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CanonicalTest {
  @Test
  void theBytesAreThoseThatTheFormatNames() {
    var record = Canonical.empty().with("b", 258).with("a", "é").with("c", true);
    assertThat(HexFormat.of().formatHex(record.bytes()))
        .isEqualTo(
            "010003" + "016101" + "00000002c3a9" + "016202" + "0000000000000102" + "01630301");
  }

  @Test
  void whatIsWrittenIsRead() {
    forAll(
        2_000,
        random -> {
          var record = record(random);
          assertThat(Canonical.read(record.bytes())).isEqualTo(new Canonical.Read(record));
        });
  }

  @Test
  void theOrderOfComingDoesNotMatter() {
    var one = Canonical.empty().with("x", 1).with("Y", 2).with("a.b", false);
    var other = Canonical.empty().with("a.b", false).with("x", 1).with("Y", 2);
    assertThat(one.bytes()).isEqualTo(other.bytes());
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void differentRecordsHaveDifferentBytes() {
    assertThat(Canonical.empty().with("a", "1").bytes())
        .isNotEqualTo(Canonical.empty().with("a", 1).bytes());
    assertThat(Canonical.empty().with("a", 1).bytes())
        .isNotEqualTo(Canonical.empty().with("a", true).bytes());
    assertThat(Canonical.empty().with("ab", "c").bytes())
        .isNotEqualTo(Canonical.empty().with("a", "bc").bytes());
  }

  @Test
  void whateverIsReadHasThoseBytesAndNoOthers() {
    forAll(
        20_000,
        random -> {
          var bytes = damaged(random);
          switch (Canonical.read(bytes)) {
            case Canonical.Read(var record) -> assertThat(record.bytes()).isEqualTo(bytes);
            case Canonical.Unreadable(var reason) -> assertThat(reason).isNotBlank();
          }
        });
  }

  @Test
  void looseFormsAreRefused() {
    assertUnreadable("02" + "0000", "the first byte is not the version 1");
    assertUnreadable("010000" + "00", "the bytes are not in their one canonical form");
    assertUnreadable("010001" + "01610302", "the bytes are not in their one canonical form");
    assertUnreadable(
        "010002" + "01620300" + "01610300", "the bytes are not in their one canonical form");
    assertUnreadable(
        "010002" + "01610300" + "01610300", "the bytes are not in their one canonical form");
    assertUnreadable("010001" + "016101" + "00000001ff", "a text is not UTF-8");
    assertUnreadable("010001" + "016101" + "000000ff61", "the bytes end too early");
    assertUnreadable("010001" + "016101" + "ffffffff61", "the bytes end too early");
    assertUnreadable("010001" + "016109", "no type has the number 9");
    assertUnreadable("", "the bytes end too early");
    assertUnreadable(
        "010001" + "01310300", "a key is a letter, then up to 63 of letters, digits and ._-");
  }

  @Test
  void aKeyComesOnce() {
    var record = Canonical.empty().with("a", 1);
    assertThatIllegalArgumentException().isThrownBy(() -> record.with("a", 1));
  }

  @Test
  void halfACharacterIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Canonical.empty().with("a", "\ud800"));
  }

  @Test
  void aRecordPrintsItsKeysOnly() {
    assertThat(Canonical.empty().with("mail", "a@example.org")).hasToString("Canonical[mail]");
  }

  private static void assertUnreadable(String hex, String reason) {
    assertThat(Canonical.read(HexFormat.of().parseHex(hex)))
        .isEqualTo(new Canonical.Unreadable(reason));
  }

  private static Canonical record(RandomGenerator random) {
    var record = Canonical.empty();
    int fields = random.nextInt(6);
    for (int i = 0; i < fields; i++) {
      var key = "" + (char) ('a' + i) + "._-Z9".substring(random.nextInt(5));
      record =
          switch (random.nextInt(3)) {
            case 0 -> record.with(key, random.nextLong());
            case 1 -> record.with(key, random.nextBoolean());
            default -> record.with(key, "a\u0000\"é‖\ud83d\ude00".repeat(random.nextInt(3)));
          };
    }
    return record;
  }

  private static byte[] damaged(RandomGenerator random) {
    var bytes = record(random).bytes();
    return switch (random.nextInt(4)) {
      case 0 -> flipped(bytes, random.nextInt(8 * bytes.length));
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
      default -> bytes(random, random.nextInt(40));
    };
  }
}
