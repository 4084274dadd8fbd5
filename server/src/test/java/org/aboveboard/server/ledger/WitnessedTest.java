package org.aboveboard.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.verifier.witness.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The sequencer and real witnesses that it asks to cosign.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WitnessedTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  private Archive archive;
  private Path place;
  private int tests;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    place = folder;
    archive = new Archive(folder.resolve("store"));
  }

  @AfterAll
  void close() {
    archive.close();
  }

  @BeforeEach
  void begin() throws IOException {
    archive.begin();
    archive.write(20);
    tests++;
    Files.createDirectories(ledger());
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
    open.clear();
  }

  private Path ledger() {
    return place.resolve("test" + tests).resolve("ledger");
  }

  private VerifierKey log() throws IOException {
    return LogKey.in(ledger(), Archive.SEED).verifier();
  }

  private static Cosigner cosigner(String name, KeyKind kind) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) name.charAt(name.length() - 1));
    return Cosigner.of("witness.example/" + name, kind, seed);
  }

  private Witness witness(Cosigner key) throws IOException {
    Path seen = place.resolve("test" + tests).resolve(key.verifier().name().replace('/', '-'));
    Witness witness = Witness.start(0, seen, key, List.of(log()), InstantSource.system());
    open.add(witness);
    return witness;
  }

  /// A line of a policy about a witness.
  private static String line(String name, Cosigner key, String url) {
    return "witness " + name + " " + key.verifier().format() + " " + url;
  }

  private TrustPolicy policy(String... lines) throws IOException {
    String text = "log " + log().format() + "\n" + String.join("\n", lines) + "\n";
    Files.writeString(ledger().resolve("policy"), text);
    return switch (TrustPolicy.parse(text)) {
      case TrustPolicy.Read(TrustPolicy policy) -> policy;
      case TrustPolicy.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private Node node() throws IOException {
    Node node = Node.open(archive, ledger());
    open.add(node);
    return node;
  }

  private Note shown() throws IOException {
    return switch (Note.read(Files.readAllBytes(ledger().resolve("checkpoint")))) {
      case Note.Read(Note note) -> note;
      case Note.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  /// Where nobody listens.
  private static String nowhere() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void cosignaturesOfBothKindsArriveInWhatIsPublished() throws IOException {
    Cosigner one = cosigner("w1", KeyKind.COSIGNATURE_ED25519);
    Cosigner two = cosigner("w2", KeyKind.COSIGNATURE_ML_DSA_44);
    TrustPolicy both =
        policy(
            line("one", one, witness(one).address()),
            line("two", two, witness(two).address()),
            "group both all one two",
            "quorum both");
    Node node = node();
    for (int i = 0; i < 6; i++) {
      archive.write(1 + i * 60);
      node.step();
      assertThat(both.verify(shown())).isEqualTo(new Verdict.Verified());
      assertThat(shown().signatures()).hasSize(3);
    }
    assertThat(node.witnesses().said())
        .containsEntry("one", "has cosigned " + archive.entries().size() + " entries")
        .containsKey("two");
  }

  /// Begins an answer and never ends it.
  private String stalling() throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    open.add(socket);
    Thread.ofVirtual().start(() -> stall(socket));
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static void stall(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        var caller = socket.accept();
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc";
        caller.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
      }
    } catch (IOException _) {
      // the test has ended
    }
  }

  @Test
  void aWitnessThatBeginsToAnswerAndStopsHoldsUpNothing() throws IOException {
    Cosigner slow = cosigner("w1", KeyKind.COSIGNATURE_ED25519);
    policy(line("slow", slow, stalling()), "quorum none");
    Node node = node();
    assertThat(node.step().size()).isEqualTo(21);
    assertThat(node.witnesses().said())
        .hasEntrySatisfying("slow", said -> assertThat(said).startsWith("does not answer"));
  }

  @Test
  void aWitnessThatIsDownOrRefusesHoldsUpNothingAndIsSeen() throws IOException {
    Cosigner up = cosigner("w1", KeyKind.COSIGNATURE_ED25519);
    Cosigner down = cosigner("w2", KeyKind.COSIGNATURE_ML_DSA_44);
    Cosigner other = cosigner("w3", KeyKind.COSIGNATURE_ML_DSA_44);
    // answers on the address of "other", with a key that is not the one in the policy
    Witness impostor = witness(cosigner("w4", KeyKind.COSIGNATURE_ML_DSA_44));
    TrustPolicy any =
        policy(
            line("up", up, witness(up).address()),
            line("down", down, nowhere()),
            line("other", other, impostor.address()),
            "group some 1 up down other",
            "quorum some");
    Node node = node();
    assertThat(node.step().size()).isEqualTo(21);
    assertThat(any.verify(shown())).isEqualTo(new Verdict.Verified());
    assertThat(shown().signatures()).hasSize(2);
    assertThat(node.witnesses().said())
        .containsEntry("up", "has cosigned 21 entries")
        .hasEntrySatisfying("down", said -> assertThat(said).startsWith("does not answer"))
        .containsEntry("other", "sends no cosignature of its own");
  }

  @Test
  void whatLacksTheQuorumIsPublishedAndFailsAndIsAskedForUntilItHasIt() throws IOException {
    Cosigner one = cosigner("w1", KeyKind.COSIGNATURE_ED25519);
    Cosigner two = cosigner("w2", KeyKind.COSIGNATURE_ED25519);
    String first = line("one", one, witness(one).address());
    TrustPolicy both =
        policy(first, line("two", two, nowhere()), "group both all one two", "quorum both");
    assertThat(node().step().size()).isEqualTo(21);
    assertThat(both.verify(shown()))
        .isInstanceOfSatisfying(
            Verdict.Refuted.class, refuted -> assertThat(refuted.reason()).contains("quorum both"));

    policy(
        first, line("two", two, witness(two).address()), "group both all one two", "quorum both");
    assertThat(node().step().size()).isEqualTo(21);
    assertThat(both.verify(shown())).isEqualTo(new Verdict.Verified());
  }

  @Test
  void aCosignatureThatWasShownIsNotTakenBackWhileAnotherIsAwaited() throws IOException {
    Cosigner one = cosigner("w1", KeyKind.COSIGNATURE_ED25519);
    Cosigner two = cosigner("w2", KeyKind.COSIGNATURE_ED25519);
    Witness first = witness(one);
    policy(
        line("one", one, first.address()),
        line("two", two, nowhere()),
        "group both all one two",
        "quorum both");
    Node node = node();
    node.step();
    assertThat(shown().verify(one.verifier())).isEqualTo(new Verdict.Verified());
    open.remove(first);
    first.close();
    node.step();
    assertThat(shown().verify(one.verifier())).isEqualTo(new Verdict.Verified());
  }

  @Test
  void aLedgerThatWasRolledBackIsRefusedByItsWitness() throws IOException {
    Cosigner one = cosigner("w1", KeyKind.COSIGNATURE_ML_DSA_44);
    TrustPolicy quorum = policy(line("one", one, witness(one).address()), "quorum one");
    archive.copy();
    Node before = node();
    before.step();
    archive.write(30);
    before.step();
    assertThat(quorum.verify(shown())).isEqualTo(new Verdict.Verified());

    rollBack();
    Node after = node();
    assertThat(after.step().size()).isEqualTo(21);
    assertThat(after.witnesses().said()).containsEntry("one", "refuses (409)");
    assertThat(quorum.verify(shown())).isInstanceOf(Verdict.Refuted.class);
    archive.write(40);
    assertThat(after.step().size()).isEqualTo(61);
    assertThat(after.witnesses().said()).containsEntry("one", "refuses (422)");
    assertThat(quorum.verify(shown())).isInstanceOf(Verdict.Refuted.class);
  }

  /// Database and folder go back together, so that nothing here tells.
  private void rollBack() throws IOException {
    archive.putBack();
    String policy = Files.readString(ledger().resolve("policy"));
    try (Stream<Path> files = Files.walk(ledger())) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectories(ledger());
    Files.writeString(ledger().resolve("policy"), policy);
  }
}
