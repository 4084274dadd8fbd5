package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.witness.AddCheckpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  static final Verdict VERIFIED = new Verdict.Verified();
  static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00.75Z"));
  private static final Cosigner KEY =
      Cosigner.of("witness.example/w1", KeyKind.COSIGNATURE_ML_DSA_44, new byte[32]);

  private final History honest = History.of(SignerKey.of("example.com/log", new byte[32]), 20);
  private final History forked = honest.forkedAt(7);
  @TempDir private Path folder;
  private Witness witness;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    witness = Witness.start(0, folder, KEY, List.of(honest.key().verifier()), NOON);
    caller = new Caller(witness.address());
  }

  @AfterEach
  void stop() throws IOException {
    witness.close();
  }

  @Test
  void whatContinuesIsCosignedAtItsTime() throws IOException {
    assertThat(add(honest.request(0, 5)).status()).isEqualTo(200);
    var heard = add(honest.request(5, 12));
    var cosigned = heard.over(honest.note(12));
    assertThat(heard.type()).startsWith("text/plain");
    assertThat(cosigned.verify(KEY.verifier())).isEqualTo(VERIFIED);
    assertThat(cosigned.verify(honest.key().verifier())).isEqualTo(VERIFIED);
    assertThat(Cosigner.time(cosigned.signatures().getLast()))
        .isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
  }

  @Test
  void theSameCheckpointCanBeCosignedAgain() throws IOException {
    add(honest.request(0, 5));
    assertThat(add(honest.request(5, 5)).status()).isEqualTo(200);
  }

  @Test
  void aStaleSizeIsAnsweredWithTheSizeSeenLast() throws IOException {
    add(honest.request(0, 5));
    for (var request : List.of(honest.request(0, 9), honest.request(3, 4), honest.request(6, 9))) {
      assertThat(add(request)).isEqualTo(new Caller.Heard(409, "text/x.tlog.size", "5\n"));
    }
  }

  @Test
  void aForkIsRefused() throws IOException {
    add(honest.request(0, 10));
    assertThat(add(forked.request(10, 12)).status()).isEqualTo(422);
    assertThat(add(forked.request(10, 10)).status()).isEqualTo(422);
    assertThat(add(new AddCheckpoint(10, List.of(), honest.note(12))).status()).isEqualTo(422);
    assertThat(add(new AddCheckpoint(10, honest.proof(9, 12), honest.note(12))).status())
        .isEqualTo(422);
    assertThat(add(honest.request(10, 12)).status()).isEqualTo(200);
  }

  @Test
  void aProofFromNothingIsEmpty() throws IOException {
    var request = new AddCheckpoint(0, honest.proof(3, 5), honest.note(5));
    assertThat(add(request).status()).isEqualTo(422);
  }

  @Test
  void theTreeWithoutEntriesHasOneRoot() throws IOException {
    var origin = honest.key().verifier().name();
    var odd = honest.key().sign(new Checkpoint(origin, 0, Hash.sha256(new byte[1])).text());
    assertThat(add(new AddCheckpoint(0, List.of(), odd)).status()).isEqualTo(422);
    assertThat(add(honest.request(0, 0)).status()).isEqualTo(200);
    assertThat(add(honest.request(0, 3)).status()).isEqualTo(200);
  }

  @Test
  void onlyTheLogItselfIsBelieved() throws IOException {
    var stranger = SignerKey.of("example.com/log", filled(1));
    var unknown = SignerKey.of("example.com/other", filled(1));
    var forged = new History(stranger, honest.leaves()).request(0, 3);
    assertThat(add(forged).status()).isEqualTo(403);
    assertThat(add(new History(unknown, honest.leaves()).request(0, 3)).status()).isEqualTo(404);
    var bad = honest.request(0, 3).format().replace("log\n3\n", "log\n4\n");
    assertThat(caller.add(bad).status()).isEqualTo(403);
  }

  @Test
  void aMalformedRequestIsRefused() throws IOException {
    add(honest.request(0, 5));
    assertThat(add(honest.request(9, 5)).status()).isEqualTo(400);
    var good = honest.request(5, 6).format();
    for (var bad :
        List.of(
            "",
            good.replace("old 5", "old 05"),
            good.replace("old 5", "old +5"),
            good.replace("old 5", "Old 5"),
            good.replace("old 5\n", "old 5\nAAAA\n"),
            good.replace("old 5\n", "old 5\n\n"),
            good.stripTrailing(),
            good.replace("\n", "\r\n"),
            good.replace("log\n6\n", "log\n06\n"))) {
      assertThat(caller.add(bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(caller.add("x".repeat(AddCheckpoint.MAX_BYTES + 1)).status()).isEqualTo(413);
    assertThat(caller.add(good).status()).isEqualTo(200);
  }

  @Test
  void everybodySeesWhatWasCosignedLast() throws IOException {
    var path = "/" + Hash.sha256("example.com/log".getBytes(UTF_8)).hex() + "/checkpoint";
    assertThat(caller.get(path).status()).isEqualTo(404);
    add(honest.request(0, 5));
    var heard = caller.get(path);
    assertThat(heard.status()).isEqualTo(200);
    assertThat(Note.read(heard.body()))
        .isInstanceOfSatisfying(
            Note.Read.class,
            read -> {
              assertThat(read.note().text()).isEqualTo(honest.note(5).text());
              assertThat(read.note().verify(KEY.verifier())).isEqualTo(VERIFIED);
              assertThat(read.note().verify(honest.key().verifier())).isEqualTo(VERIFIED);
            });
    assertThat(caller.get("/" + "0".repeat(64) + "/checkpoint").status()).isEqualTo(404);
    assertThat(caller.get("/" + "0".repeat(64) + "/../../key").status()).isEqualTo(404);
    assertThat(caller.get("/add-checkpoint").status()).isEqualTo(405);
  }

  @Test
  void aRestartForgetsNothing() throws IOException {
    add(honest.request(0, 10));
    witness.close();
    start();
    assertThat(add(honest.request(0, 10)).body()).isEqualTo("10\n");
    assertThat(add(forked.request(10, 12)).status()).isEqualTo(422);
    assertThat(add(honest.request(10, 12)).status()).isEqualTo(200);
  }

  @Test
  void theFolderIsHeldByOneWitness() {
    assertThatThrownBy(() -> Witness.start(0, folder, KEY, List.of(honest.key().verifier()), NOON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stop it first");
  }

  @Test
  void whatCannotBeStoredIsNotCosigned() throws IOException {
    var name = Hash.sha256("example.com/log".getBytes(UTF_8)).hex();
    var obstacle = Files.createDirectories(folder.resolve(name + ".new").resolve("full"));
    assertThat(add(honest.request(0, 5)).status()).isEqualTo(500);
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
    assertThat(add(honest.request(0, 5)).status()).isEqualTo(500);
    witness.close();
    start();
    assertThat(add(honest.request(0, 5)).status()).isEqualTo(200);
  }

  @Test
  void aDamagedMemoryIsNotTakenForAnEmptyOne() throws IOException {
    add(honest.request(0, 5));
    var file = folder.resolve(Hash.sha256("example.com/log".getBytes(UTF_8)).hex());
    Files.writeString(file, "");
    assertThat(add(forked.request(0, 9)).status()).isEqualTo(500);
  }

  @Test
  @Timeout(60)
  void whoComesTooManyAtOnceIsSentAwayUntilThereIsRoom() throws IOException {
    var held = new ArrayList<Socket>();
    var at = URI.create(witness.address());
    for (int i = 0; i < Witness.MAX_AT_ONCE; i++) {
      var socket = new Socket(at.getHost(), at.getPort());
      held.add(socket);
      var half = "POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nold";
      socket.getOutputStream().write(half.getBytes(UTF_8));
    }
    await(503);
    for (var socket : held) {
      socket.close();
    }
    await(404);
    assertThat(add(honest.request(0, 5)).status()).isEqualTo(200);
  }

  private void await(int status) throws IOException {
    while (caller.get("/nothing").status() != status) {
      Thread.onSpinWait();
    }
  }

  private Caller.Heard add(AddCheckpoint request) throws IOException {
    return caller.add(request.format());
  }

  private static byte[] filled(int value) {
    var seed = new byte[32];
    Arrays.fill(seed, (byte) value);
    return seed;
  }
}
