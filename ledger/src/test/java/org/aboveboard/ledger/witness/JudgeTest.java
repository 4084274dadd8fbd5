package org.aboveboard.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private static final SignerKey LOG = SignerKey.of("example.com/log", new byte[32]);
  private static final Cosigner KEY =
      Cosigner.of("witness.example/w1", KeyKind.COSIGNATURE_ED25519, new byte[32]);
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
  private static final List<Hash> LEAVES =
      "abcdefgh".chars().mapToObj(c -> Tree.leaf(new byte[] {(byte) c})).toList();

  /// The example of c2sp.org/tlog-witness.
  private static final String EXAMPLE =
      """
      old 20852014
      PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
      jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
      5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
      /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
      """;

  /// A memory that does as it is told.
  private static class Told implements Memory {
    final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Override
    public Seen latest(String origin) {
      return seen.getOrDefault(origin, new Seen.Nothing());
    }

    @Override
    public boolean replace(String origin, Seen before, Seen.Latest next) throws IOException {
      seen.put(origin, next);
      return true;
    }
  }

  @Test
  void theStandardsExampleIsReadAndWrittenBack() {
    assertThat(AddCheckpoint.parse(EXAMPLE.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            AddCheckpoint.Read.class,
            read -> {
              assertThat(read.request().old()).isEqualTo(20_852_014);
              assertThat(read.request().proof()).hasSize(4);
              assertThat(read.request().note().signatures()).hasSize(2);
              assertThat(read.request().format()).isEqualTo(EXAMPLE);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64})
  void aProofHasUpToSixtyThreeHashes(int count) {
    var hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    var note = EXAMPLE.substring(EXAMPLE.indexOf("\n\n"));
    var body = "old 0\n" + hash.repeat(count).strip() + note;
    assertThat(AddCheckpoint.parse(body.getBytes(UTF_8)) instanceof AddCheckpoint.Read)
        .isEqualTo(count <= AddCheckpoint.MAX_PROOF);
  }

  @Test
  void nothingIsCosignedThatIsNotStored() {
    var memory =
        new Told() {
          @Override
          public boolean replace(String origin, Seen before, Seen.Latest next) throws IOException {
            throw new IOException("disk full");
          }
        };
    assertThatThrownBy(() -> judge(memory).answer(request(0, 3))).hasMessage("disk full");
  }

  @Test
  void aRequestThatLostARaceIsJudgedAgain() throws IOException {
    var memory =
        new Told() {
          @Override
          public boolean replace(String origin, Seen before, Seen.Latest next) {
            var faster = checkpoint(5);
            seen.put(origin, new Seen.Latest(faster, LOG.sign(faster.text())));
            return false;
          }
        };
    assertThat(judge(memory).answer(request(0, 3))).isEqualTo(new Answer.Stale(5));
  }

  @Test
  void theMemoryHoldsTheLogsSignatureAndTheCosignature() throws IOException {
    var memory = new Told();
    var stranger = SignerKey.of("example.com/stranger", new byte[32]).sign(checkpoint(3).text());
    var crowded = request(0, 3).note().with(stranger.signatures().getFirst());
    var answer = judge(memory).answer(new AddCheckpoint(0, List.of(), crowded));
    assertThat(answer).isInstanceOf(Answer.Cosigned.class);
    assertThat(memory.latest("example.com/log"))
        .isInstanceOfSatisfying(
            Seen.Latest.class,
            latest -> {
              assertThat(latest.note().signatures()).hasSize(2);
              assertThat(latest.note().verify(LOG.verifier())).isEqualTo(new Verdict.Verified());
              assertThat(latest.note().verify(KEY.verifier())).isEqualTo(new Verdict.Verified());
            });
  }

  @Test
  void everyStepOfEveryLengthIsCosigned() throws IOException {
    for (int from = 0; from <= LEAVES.size(); from++) {
      for (int to = Math.max(from, 1); to <= LEAVES.size(); to++) {
        var judge = judge(new Told());
        assertThat(judge.answer(request(0, from))).isInstanceOf(Answer.Cosigned.class);
        assertThat(judge.answer(request(from, to))).isInstanceOf(Answer.Cosigned.class);
      }
    }
  }

  @Test
  void aHundredSignaturesOfOneLogAreNoTrouble() throws IOException {
    var line = request(0, 3).note().signatures().getFirst();
    var crowded = new ArrayList<>(Collections.nCopies(100, line));
    var note = new Note(checkpoint(3).text(), crowded);
    assertThat(judge(new Told()).answer(new AddCheckpoint(0, List.of(), note)))
        .isInstanceOf(Answer.Cosigned.class);
  }

  private static Judge judge(Memory memory) {
    return new Judge(List.of(LOG.verifier()), KEY, memory, NOON);
  }

  private static Checkpoint checkpoint(int size) {
    return new Checkpoint("example.com/log", size, Tree.root(LEAVES.subList(0, size)));
  }

  private static AddCheckpoint request(int from, int to) {
    var proof = from == 0 ? List.<Hash>of() : Tree.consistency(LEAVES.subList(0, to), from).path();
    return new AddCheckpoint(from, proof, LOG.sign(checkpoint(to).text()));
  }
}
