package org.aboveboard.ledger.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
  private static final Verdict VERIFIED = new Verdict.Verified();
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final SignerKey LOG = SignerKey.of("example.com/log", seed(0));
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.com/log", 7, Hash.sha256("root".getBytes(UTF_8)));
  private static final List<Cosigner> WITNESSES =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i ->
              Cosigner.of(
                  "witness.example/" + i,
                  i % 2 == 0 ? KeyKind.COSIGNATURE_ED25519 : KeyKind.COSIGNATURE_ML_DSA_44,
                  seed(i)))
          .toList();

  /// The example of c2sp.org/tlog-policy with keys, and odd but allowed blanks.
  private static final String TWO_LEVELS =
      """
      # Two of X and one of Y
      log LOG https://log.example/

      witness X1 W1
      witness X2 W2 https://x2.example/
      witness X3 W3
      group X-witnesses 2 X1 X2 X3

      \twitness Y1   W4
      witness Y2 W5\t
      witness Y3 W6
        # indented
      group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y
      """;

  @ParameterizedTest
  @CsvSource({
    "124, true",
    "236, true",
    "123456, true",
    "12, false",
    "14, false",
    "456, false",
    "'', false"
  })
  void theQuorumCountsWhoCosigned(String who, boolean isMet) {
    var verdict = policy(TWO_LEVELS).verify(cosignedBy(who));
    assertThat(verdict.equals(VERIFIED)).isEqualTo(isMet);
    if (!isMet) {
      assertThat(verdict)
          .isEqualTo(
              new Verdict.Refuted("the checkpoint lacks cosignatures for the quorum X-and-Y"));
    }
  }

  @Test
  void aBadCosignatureOfAListedWitnessRefutes() {
    var other = new Checkpoint("example.com/log", 8, CHECKPOINT.root());
    var note = cosignedBy("124").with(WITNESSES.get(4).cosign(other, NOON));
    assertThat(policy(TWO_LEVELS).verify(note)).isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void aStrangersCosignatureSaysNothing() {
    var stranger = Cosigner.of("witness.example/1", KeyKind.COSIGNATURE_ED25519, seed(9));
    var note = cosignedBy("12").with(stranger.cosign(CHECKPOINT, NOON));
    assertThat(policy(TWO_LEVELS).verify(note)).isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void aQuorumOfNoneAsksForTheLogAlone() {
    var policy = TrustPolicy.of(LOG.verifier());
    assertThat(policy.verify(LOG.sign(CHECKPOINT.text()))).isEqualTo(VERIFIED);
    assertThat(policy.verify(LOG.sign("no checkpoint\n"))).isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void aLogSpeaksUnderItsOwnNameOnly() {
    var other = new Checkpoint("example.com/other", 7, CHECKPOINT.root());
    assertThat(TrustPolicy.of(LOG.verifier()).verify(LOG.sign(other.text())))
        .isEqualTo(new Verdict.Refuted("the policy lists no log named example.com/other"));
    var two = policy("log LOG\nlog OTHER\nquorum none\n");
    assertThat(two.verify(LOG.sign(other.text()))).isInstanceOf(Verdict.Refuted.class);
    var forged = SignerKey.of("example.com/log", seed(9)).sign(CHECKPOINT.text());
    assertThat(two.verify(forged)).isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void aPolicyOfOursIsReadBackAsItIs() {
    var policy = policy(TWO_LEVELS);
    assertThat(policy(policy.format())).isEqualTo(policy);
    var plain = TrustPolicy.of(LOG.verifier());
    assertThat(plain.format()).isEqualTo("log " + LOG.verifier().format() + "\nquorum none\n");
    assertThat(policy(plain.format())).isEqualTo(plain);
  }

  @Test
  void aMissingLastNewlineAndUnicodeNamesAreTaken() {
    assertThat(policy("witness Zo\u00eb W1\nquorum Zo\u00eb").quorum()).isEqualTo("Zo\u00eb");
  }

  @ParameterizedTest
  @CsvSource({
    "log LOG, no quorum",
    "quorum none|quorum none, line 2: write one line only",
    "quorum A, line 1: A is not defined",
    "log, line 1: write: log KEY [URL]",
    "log LOG u v|quorum none, line 1: write: log KEY [URL]",
    "log LOG|log LOG|quorum none, line 2: this public key was listed before",
    "log x+1+y|quorum none, line 1: a key is written",
    "witness A LOG|quorum A, 'line 1: this key signs notes, not times'",
    "witness none W1|quorum none, line 1: the name none is taken",
    "witness A W1|witness A W2|quorum A, line 2: the name A is taken",
    "witness A W1|witness B W1|quorum A, line 2: this public key was listed before",
    "witness A W1|group A any A|quorum A, line 2: the name A is taken",
    "witness A W1|group G 2 A|quorum G, line 2: the threshold is",
    "witness A W1|group G 0 A|quorum G, line 2: the threshold is",
    "witness A W1|group G 01 A|quorum G, line 2: the threshold is",
    "witness A W1|group G most A|quorum G, line 2: the threshold is",
    "witness A W1|group G any|quorum G, line 2: write: group",
    "witness A W1|group G any A A|quorum G, line 2: A is in a group already",
    "witness A W1|group G any A|group H any A|quorum H, line 3: A is in a group already",
    "group G any H|quorum G, line 1: H is not defined",
    "group G any none|quorum G, line 1: none is not defined",
    "Log LOG|quorum none, line 1: \"Log\" begins no line",
    "\u00a0quorum none, line 1: ",
    "log LOG\u000b|quorum none, line 1: a control character"
  })
  void aFaultIsNamedWithItsLineAndCure(String lines, String words) {
    assertThat(TrustPolicy.parse(filled(lines.replace('|', '\n') + "\n")))
        .isInstanceOfSatisfying(
            TrustPolicy.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains(words));
  }

  @Test
  void carriageReturnsAndOtherCharsetsAreRefused() {
    assertThat(TrustPolicy.parse("quorum none\r\n")).isInstanceOf(TrustPolicy.Unreadable.class);
    assertThat(TrustPolicy.parse(new byte[] {'#', (byte) 0xe4}))
        .isEqualTo(new TrustPolicy.Unreadable("the policy is not UTF-8; save it as UTF-8"));
    assertThat(TrustPolicy.parse(new byte[(1 << 20) + 1]))
        .isInstanceOf(TrustPolicy.Unreadable.class);
  }

  private static Note cosignedBy(String who) {
    var note = LOG.sign(CHECKPOINT.text());
    for (int i = 0; i < who.length(); i++) {
      note = note.with(WITNESSES.get(who.charAt(i) - '1').cosign(CHECKPOINT, NOON));
    }
    return note;
  }

  private static TrustPolicy policy(String file) {
    return switch (TrustPolicy.parse(filled(file))) {
      case TrustPolicy.Read(var policy) -> policy;
      case TrustPolicy.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  /// The file with keys in the place of LOG, OTHER and W1 to W6.
  private static String filled(String file) {
    var filled = file.replace(" LOG", " " + LOG.verifier().format());
    var other = SignerKey.of("example.com/other", seed(7)).verifier();
    filled = filled.replace(" OTHER", " " + other.format());
    for (int i = 1; i <= WITNESSES.size(); i++) {
      filled = filled.replace(" W" + i, " " + WITNESSES.get(i - 1).verifier().format());
    }
    return filled;
  }

  private static byte[] seed(int i) {
    return Hash.sha256(new byte[] {(byte) i}).bytes();
  }
}
