package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Some public cases, re-typed from Wycheproof (Apache-2.0; the number is its `tcId`), of which the
/// first of HKDF is that of RFC 5869, appendix A.1.
final class KnownAnswersTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static SecretKey key(String text, String algorithm) {
    return new SecretKeySpec(hex(text), algorithm);
  }

  /// tcId 91, 94, 95.
  @ParameterizedTest
  @CsvSource({
    "92ace3e348cd821092cd921aa3546374299ab46209691bc28b8752d17f123c20,00112233445566778899aabb,"
        + "00000000ffffffff,00010203040506070809,e27abdd2d2a53d2f136b,"
        + "9a4a2579529301bcfb71c78d4060f52c",
    "cc56b680552eb75008f5484b4cb803fa5063ebd6eab91f6ab6aef4916a766273,99e23ec48985bccdeeab60f1,"
        + "'',2a,06,633c1e9703ef744ffffb40edf9d14355",
    "51e4bf2bad92b7aff1a4bc05550ba81df4b96fabf41c12c7b00e60e48db7e152,4f07afedfdc3b6c2361823d3,"
        + "'',be3308f72a2c6aed,cf332a12fdee800b,602e8d7c4799d62c140c9bb834876b09"
  })
  void whatIsSealedOpens(
      String key, String iv, String aad, String plain, String sealed, String tag) {
    assertThat(Seal.open(key(key, "AES"), hex(aad), hex(iv + sealed + tag))).isEqualTo(hex(plain));
  }

  /// tcId 135, 144, 153: a bit of the tag flipped, or all of it zero.
  @ParameterizedTest
  @CsvSource({
    "9ce8fef6d9ab1bf1bf887232eab590dd",
    "9ce8fef6d8ab1bf1bf8872326ab590dd",
    "00000000000000000000000000000000"
  })
  void whatWasAlteredDoesNotOpen(String tag) {
    SecretKey key = key("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "AES");
    byte[] sealed = hex("505152535455565758595a5b" + "b2061457c0759fc1749f174ee1ccadfa" + tag);
    assertThatThrownBy(() -> Seal.open(key, new byte[0], sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  /// tcId 1, 2.
  @ParameterizedTest
  @CsvSource({
    "000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,"
        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    "'','',"
        + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
  })
  void hkdfGivesWhatItMust(String salt, String info, String made) throws Exception {
    assertThat(Hkdf.bytes(hex("0b".repeat(22)), hex(salt), hex(info), 42)).isEqualTo(hex(made));
  }

  /// tcId 1, 2.
  @ParameterizedTest
  @CsvSource({
    "1e225cafb90339bba1b24076d4206c3e79c355805d851682bc818baa4f5a7779,'',"
        + "b175b57d89ea6cb606fb3363f2538abd73a4c00b4a1386905bac809004cf1933",
    "8159fd15133cd964c9a6964c94f0ea269a806fd9f43f0da58b6cd1b33d189b2a,77,"
        + "dfc5105d5eecf7ae7b8b8de3930e7659e84c4172f2555142f1e568fc1872ad93"
  })
  void hmacGivesWhatItMust(String key, String message, String tag) {
    assertThat(Keyring.mac(key(key, "HmacSHA256"), hex(message))).isEqualTo(hex(tag));
  }

  @Test
  void aDerivedKeyIsThatOfRfc5869WithoutSalt() throws Exception {
    byte[] from = hex("0b".repeat(22));
    byte[] info = hex("f0f1f2");
    assertThat(Hkdf.derive(new SecretKeySpec(from, "HKDF"), info, "AES").getEncoded())
        .isEqualTo(Hkdf.bytes(from, new byte[0], info, Hkdf.BYTES));
  }
}
