package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aboveboard.ledger.note.Notes.VERIFIED;
import static org.aboveboard.ledger.note.Notes.key;
import static org.aboveboard.ledger.note.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Public cases of signatures: some typed here, all of them where they are at hand.
class KeyVectorsTest {
  private static final Path VECTORS = shared().resolve("data/vectors");
  private static final Pattern MEMBER =
      Pattern.compile(
          "\"(?<name>pk|publicKey|msg|ctx|sig|result)\"\\s*:\\s*\"(?<value>[0-9a-z]*)\"");

  /// RFC 8032 section 7.1, tests 1 to 3.
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void ed25519SignsAsTheStandardDoes(String seed, String publicKey, String text, String signature) {
    assertThat(hex(Ed25519.publicKey(bytes(seed)))).isEqualTo(publicKey);
    assertThat(hex(Ed25519.sign(bytes(seed), bytes(text)))).isEqualTo(signature);
    assertThat(Ed25519.verifies(bytes(publicKey), bytes(text), bytes(signature))).isTrue();
  }

  /// Wycheproof, ed25519 (Apache-2.0): the true signature of "x" and odd spellings of it.
  @Test
  void aSignatureHasOneSpelling() {
    var key = bytes("7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa");
    var signature =
        bytes(
            "d80737358ede548acb173ef7e0399f83392fe8125b2ce877de7975d8b726ef5b"
                + "1e76632280ee38afad12125ea44b961bf92f1178c9fa819d020869975bcbe109");
    var order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    assertThat(Ed25519.verifies(key, bytes("78"), signature)).isTrue();
    int carry = 0;
    for (int i = 0; i < 32; i++) {
      carry += Byte.toUnsignedInt(signature[32 + i]) + Byte.toUnsignedInt(order[i]);
      signature[32 + i] = (byte) carry;
      carry >>= 8;
    }
    assertThat(Ed25519.verifies(key, bytes("78"), signature)).as("s and the order").isFalse();
    assertThat(Ed25519.verifies(key, bytes("78"), new byte[0])).isFalse();
    assertThat(Ed25519.verifies(key, bytes("78"), new byte[64])).isFalse();
  }

  /// The points of small order in all their spellings, which would sign anything.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void aWeakOrOddPointIsNoKey(String point) {
    assertThat(VerifierKey.of("a", KeyKind.NOTE_ED25519, bytes(point))).isEmpty();
    assertThat(VerifierKey.of("a", KeyKind.COSIGNATURE_ED25519, bytes(point))).isEmpty();
  }

  @Test
  void allPublicEd25519CasesGetTheirVerdict() throws IOException {
    var file = present("wycheproof/ed25519.json");
    var cases = cases(Files.readString(file));
    assertThat(cases).hasSize(151);
    assertThat(cases)
        .allSatisfy(
            one -> assertThat(isVerified(KeyKind.NOTE_ED25519, one)).isEqualTo(one.isValid()));
  }

  /// Our texts have no context, so a case with one is refused even where it is valid.
  @Test
  void allPublicMlDsaCasesGetTheirVerdict() throws IOException {
    try (var in =
        new GZIPInputStream(Files.newInputStream(present("wycheproof/mldsa_44_verify.json.gz")))) {
      var cases = cases(new String(in.readAllBytes(), UTF_8));
      assertThat(cases).hasSize(180);
      assertThat(cases)
          .allSatisfy(one ->
              assertThat(isVerified(KeyKind.COSIGNATURE_ML_DSA_44, one))
                  .isEqualTo(one.isValid() && one.context().isEmpty()));
    }
  }

  /// transparency-dev/tessera testdata/log (Apache-2.0): two of its checkpoints.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        example.com/log/testdata
        12
        uZo6M+IhVna+CLgWCrJs0xBPUHbozHkYTQASduHSLME=

        \u2014 example.com/log/testdata M9e0lrFzoTgi+ovhrqX0DpsEAp3wLu1coMLIkeCwSkGfS4Ox4pLXo2LHudqm4merh0ZkCNzHr8kQwq5gS5mmimIvdA4=
        """,
        """
        example.com/log/testdata
        15
        rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=

        \u2014 example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=
        """
      })
  void anotherLogsCheckpointIsReadAndSignedAlike(String published) {
    var log =
        SignerKey.parse(
                "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg")
            .orElseThrow();
    assertThat(note(published).verify(log.verifier())).isEqualTo(VERIFIED);
    assertThat(log.sign(note(published).text()).format()).isEqualTo(published);
    assertThat(Checkpoint.parse(note(published).text())).isInstanceOf(Checkpoint.Read.class);
  }

  @Test
  void allCheckpointsOfAnotherLogVerify() throws IOException {
    var key = key("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
    try (var files = Files.list(present("notes/tessera-log"))) {
      var checkpoints =
          files.filter(file -> file.getFileName().toString().startsWith("checkpoint.")).toList();
      assertThat(checkpoints).hasSizeGreaterThanOrEqualTo(15);
      for (var file : checkpoints) {
        var published = note(Files.readString(file));
        assertThat(published.verify(key)).as(file.toString()).isEqualTo(VERIFIED);
        assertThat(Checkpoint.parse(published.text()))
            .isInstanceOfSatisfying(
                Checkpoint.Read.class,
                read -> assertThat(file.toString()).endsWith("." + read.checkpoint().size()));
      }
    }
  }

  /// One case of Wycheproof.
  private record Case(String key, String text, String context, String signature, boolean isValid) {}

  private static boolean isVerified(KeyKind kind, Case one) {
    var key = bytes(one.key());
    return kind.isPublicKey(key) && kind.verifies(key, bytes(one.text()), bytes(one.signature()));
  }

  /// Every case ends with its result; keys stand before their cases.
  private static List<Case> cases(String json) {
    var cases = new ArrayList<Case>();
    var members = MEMBER.matcher(json);
    var key = "";
    var text = "";
    var signature = "";
    var context = "";
    while (members.find()) {
      var value = members.group("value");
      switch (members.group("name")) {
        case "pk", "publicKey" -> key = value;
        case "msg" -> text = value;
        case "ctx" -> context = value;
        case "sig" -> signature = value;
        default -> {
          cases.add(new Case(key, text, context, signature, value.equals("valid")));
          context = "";
        }
      }
    }
    return cases;
  }

  private static Path present(String name) {
    var path = VECTORS.resolve(name);
    assumeTrue(Files.exists(path), "skipped: no public vectors at " + path);
    return path;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Path shared() {
    return Optional.ofNullable(System.getProperty("aboveboard.shared"))
        .map(Path::of)
        .or(() ->
            Stream.of(Path.of("../../shared"), Path.of("../shared"))
                .filter(Files::isDirectory)
                .findFirst())
        .orElse(Path.of("../../shared"));
  }
}
