package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aboveboard.ledger.note.Notes.VERIFIED;
import static org.aboveboard.ledger.note.Notes.key;
import static org.aboveboard.ledger.note.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CosignatureTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.75Z");
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.com/log", 7, Hash.sha256("root".getBytes(UTF_8)));

  /// A checkpoint of a public log under test, with cosignatures of public witnesses (2026).
  private static final String ARCHE =
      """
      arche2025h1.staging.ct.transparency.dev
      1432088532
      U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

      \u2014 arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
      \u2014 arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
      \u2014 remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
      """;

  private static final String ARCHE_KEY =
      "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
  private static final String REMORA =
      "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

  @Test
  void aPublicWitnessesEd25519CosignatureVerifies() {
    assertThat(note(ARCHE).verify(key(ARCHE_KEY))).isEqualTo(VERIFIED);
    assertThat(note(ARCHE).verify(key(REMORA))).isEqualTo(VERIFIED);
    assertThat(note(ARCHE.replace("1432088532", "1432088533")).verify(key(REMORA)))
        .isInstanceOf(Verdict.Refuted.class);
    assertThat(Cosigner.time(note(ARCHE).signatures().getLast()))
        .isEqualTo(Instant.ofEpochSecond(0x6a122120L));
  }

  @Test
  void aPublicWitnessesMlDsaCosignatureVerifies() {
    var witness = key(resource("cosigner-ml-dsa-44.vkey").strip());
    var cosigned = resource("cosigned-ml-dsa-44.txt");
    assertThat(note(cosigned).verify(witness)).isEqualTo(VERIFIED);
    assertThat(note(cosigned.replace("185550722", "185550723")).verify(witness))
        .isInstanceOf(Verdict.Refuted.class);
    assertThat(
            note(cosigned.replace("coachandhorses2026h1", "coachandhorses2026h2")).verify(witness))
        .isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void theTimeOfTheStandardsExampleIsRead() {
    var line =
        "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==";
    assertThat(NoteSignature.read(line).map(Cosigner::time))
        .contains(Instant.ofEpochSecond(1_679_315_147));
  }

  /// The key pair of RFC 9881, appendix C: seed 00 to 1f.
  @Test
  void aSeedMakesTheMlDsaKeyOfTheStandard() {
    var seed = new byte[32];
    for (byte i = 0; i < seed.length; i++) {
      seed[i] = i;
    }
    var cosigner = Cosigner.of("a", KeyKind.COSIGNATURE_ML_DSA_44, seed);
    assertThat(Base64Text.write(cosigner.verifier().publicKey()))
        .startsWith(
            "17K0clSq4NtF55MNSpjSyX2PE5fReJ2voXAksxbpvslPyZRtQvGbeadBO7qj"
                + "PnFJy0LtURVpOsBB+suYit61/g4dhjEYSZW1ksOX0ilOLhT5CqQUujgmiZrE");
  }

  @ParameterizedTest
  @EnumSource(names = {"COSIGNATURE_ED25519", "COSIGNATURE_ML_DSA_44"})
  void aCosignatureBindsTimeNameAndCheckpoint(KeyKind kind) {
    var cosigner = Cosigner.of("witness.example/w1", kind, new byte[32]);
    var signature = cosigner.cosign(CHECKPOINT, NOON);
    assertThat(Cosigner.time(signature)).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(verdict(cosigner, CHECKPOINT.text(), signature.bytes())).isTrue();
    var other = new Checkpoint("example.com/log", 8, CHECKPOINT.root());
    assertThat(verdict(cosigner, other.text(), signature.bytes())).isFalse();
    var bytes = signature.bytes();
    for (int i = 0; i < bytes.length; i += i < 80 ? 1 : 97) {
      bytes[i] ^= 1;
      assertThat(verdict(cosigner, CHECKPOINT.text(), bytes)).as("byte %d", i).isFalse();
      bytes[i] ^= 1;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COSIGNATURE_ED25519", "COSIGNATURE_ML_DSA_44"})
  void onlyCheckpointsAreCosigned(KeyKind kind) {
    var cosigner = Cosigner.of("witness.example/w1", kind, new byte[32]);
    assertThat(cosigner.cosign("no checkpoint\n", NOON)).isEmpty();
    assertThat(verdict(cosigner, "no checkpoint\n", new byte[72])).isFalse();
    assertThat(verdict(cosigner, CHECKPOINT.text(), new byte[8])).isFalse();
  }

  @Test
  void aTimeBeyondSixtyThreeBitsIsRefused() {
    var cosigner = Cosigner.of("w", KeyKind.COSIGNATURE_ED25519, new byte[32]);
    var early = cosigner.cosign(CHECKPOINT, Instant.ofEpochSecond(-1));
    assertThat(ByteBuffer.wrap(early.bytes()).getLong()).isEqualTo(-1);
    assertThat(verdict(cosigner, CHECKPOINT.text(), early.bytes())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"COSIGNATURE_ED25519", "COSIGNATURE_ML_DSA_44"})
  void aKeyOutlivesItsFile(KeyKind kind) {
    var cosigner = Cosigner.of("witness.example/w1", kind, new byte[32]);
    var again = Cosigner.parse(cosigner.format()).orElseThrow();
    assertThat(again.verifier()).isEqualTo(cosigner.verifier());
    assertThat(key(again.verifier().format())).isEqualTo(cosigner.verifier());
    assertThat(cosigner).hasToString("Cosigner of witness.example/w1");
    assertThat(SignerKey.parse(cosigner.format())).isEmpty();
  }

  @Test
  void aLogsKeyDoesNotCosign() {
    assertThat(Cosigner.parse(Notes.PETER_SECRET)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cosigner.of("w", KeyKind.NOTE_ED25519, new byte[32]));
  }

  private static boolean verdict(Cosigner cosigner, String text, byte[] signature) {
    return cosigner.verifier().verifies(text, signature);
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(CosignatureTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
