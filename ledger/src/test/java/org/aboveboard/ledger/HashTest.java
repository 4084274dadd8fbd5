package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class HashTest {
  /// The values are those of FIPS 180-2, appendix B.1, and of the empty message.
  @Test
  void hashesAsTheStandardSays() {
    assertThat(Hash.sha256().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.sha256("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hexHasOneSpelling() {
    var hash = Hash.sha256();
    assertThat(Hash.ofHex(hash.hex())).contains(hash);
    assertThat(Hash.ofHex(hash.hex().toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(Hash.ofHex(hash.hex() + "00")).isEmpty();
    assertThat(Hash.ofHex(hash.hex().substring(2))).isEmpty();
    assertThat(Hash.ofHex("٣".repeat(64))).isEmpty();
  }

  @Test
  void onlyThirtyTwoBytesAreAHash() {
    assertThat(Hash.of(new byte[31])).isEmpty();
    assertThat(Hash.of(new byte[33])).isEmpty();
    assertThat(Hash.of(new byte[32])).isPresent();
  }

  @Test
  void theBytesCannotBeChangedFromOutside() {
    var hash = Hash.sha256();
    hash.bytes()[0] ^= 1;
    assertThat(hash).isEqualTo(Hash.sha256());
  }
}
