package org.aboveboard.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.server.ledger.Sequencer.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Nodes that publish one journal at once, stop anywhere, come back late, and meet old databases
/// and empty folders.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SplitBrainTest {
  private static final long SEED = Long.getLong("aboveboard.seed", 20261125);
  private static final int IN_CI = 500;
  private static final int IN_FULL = 10_000;

  private final List<Node> nodes = new ArrayList<>();
  private Archive archive;
  private Path place;
  private int rounds;

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
  void begin() {
    archive.begin();
    rounds++;
  }

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
    nodes.clear();
  }

  private Path folder(String name) {
    return place.resolve("round" + rounds).resolve(name);
  }

  private Node node(String name) throws IOException {
    return node(name, _ -> {});
  }

  private Node node(String name, Consumer<Stage> reached) throws IOException {
    Node node = Node.open(archive, folder(name), reached);
    nodes.add(node);
    return node;
  }

  private static void steps(Node node) {
    try {
      node.step();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Does something the first time that a step comes to a stage.
  private static Consumer<Stage> once(Stage at, Runnable work) {
    boolean[] done = {false};
    return stage -> {
      if (stage == at && !done[0]) {
        done[0] = true;
        work.run();
      }
    };
  }

  @Test
  void twoNodesShowTheSame() throws IOException {
    Node here = node("here");
    Node there = node("there");
    Shown shown = new Shown("two nodes");
    for (int i = 0; i < 8; i++) {
      archive.write(70);
      Node first = i % 2 == 0 ? here : there;
      Node second = i % 2 == 0 ? there : here;
      assertThat(first.step().note()).isEqualTo(second.step().note());
      shown.look(here.tiles());
      shown.look(there.tiles());
    }
    shown.audit(here.tiles(), archive.entries());
    shown.audit(there.tiles(), archive.entries());
  }

  @Test
  void whoWasPausedAfterSigningMovesNothingAndShowsWhatTheOtherShowed() throws IOException {
    Node other = node("other");
    Node stale =
        node(
            "stale",
            once(
                Stage.SIGNED,
                () -> {
                  archive.write(30);
                  steps(other);
                }));
    archive.write(20);
    assertThat(stale.step()).isEqualTo(other.sequencer().shown().orElseThrow());
    assertThat(stale.sequencer().shown().orElseThrow().size()).isEqualTo(51);
  }

  @Test
  void whoWasPausedAfterMovingShowsNothingOlderThanTheOther() throws IOException {
    for (Stage at : List.of(Stage.MOVED, Stage.ASKED, Stage.COSIGNED)) {
      Node other = node("other" + at);
      Node stale =
          node(
              "stale" + at,
              once(
                  at,
                  () -> {
                    archive.write(300);
                    steps(other);
                  }));
      archive.write(20);
      Shown shown = new Shown("paused at " + at);
      stale.step();
      shown.look(stale.tiles());
      shown.look(other.tiles());
      assertThat(stale.step()).isEqualTo(other.step());
      shown.audit(stale.tiles(), archive.entries());
    }
  }

  @Test
  void whoGrewFurtherAndLostHasEachTileOfTheSizeThatIsShown() throws Exception {
    CountDownLatch signed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Node slow =
        node(
            "slow",
            once(
                Stage.SIGNED,
                () -> {
                  signed.countDown();
                  await(goOn);
                }));
    archive.write(20);
    Thread early = Thread.ofPlatform().start(() -> steps(slow));
    await(signed);
    archive.write(30);
    Node further =
        node(
            "further",
            once(
                Stage.SIGNED,
                () -> {
                  goOn.countDown();
                  join(early);
                }));
    assertThat(further.step().size()).isEqualTo(21);
    Shown shown = new Shown("overtaken");
    for (Node node : List.of(slow, further)) {
      shown.look(node.tiles());
      shown.audit(node.tiles(), archive.entries());
    }
    assertThat(further.step().size()).isEqualTo(51);
    shown.look(further.tiles());
    shown.audit(further.tiles(), archive.entries());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anOldBackupGetsBackWhatWasPublishedAndTheNextEntryFollows() throws IOException {
    archive.write(200);
    Shown shown = new Shown("old backup");
    Node before = node("here");
    before.step();
    shown.look(before.tiles());
    archive.copy();
    archive.write(100);
    before.step();
    shown.look(before.tiles());
    List<Entry> published = archive.entries();
    archive.write(5);

    archive.putBack();
    Node after = node("here");
    assertThat(after.back()).isEqualTo(100);
    assertThat(archive.entries()).isEqualTo(published);
    archive.write(1);
    assertThat(archive.entries()).hasSize(302);
    assertThat(after.step().size()).isEqualTo(302);
    shown.look(after.tiles());
    shown.audit(after.tiles(), archive.entries());
  }

  @Test
  void whatAStopLeftUnshownGivesWayToTheEntriesThatFollowAnOldBackup() throws IOException {
    archive.write(10);
    node("here").step();
    archive.copy();
    for (int more : List.of(7, 7, 600, 600)) {
      archive.write(more);
      Node stopped = node("here", _ -> fail());
      assertThatThrownBy(stopped::step).isInstanceOf(IllegalStateException.class);
      archive.putBack();
    }
    archive.write(7);
    Node after = node("here");
    assertThat(after.step().size()).isEqualTo(18);
    Shown shown = new Shown("unshown tiles");
    shown.look(after.tiles());
    shown.audit(after.tiles(), archive.entries());
    archive.write(600);
    after.step();
    shown.look(after.tiles());
    shown.audit(after.tiles(), archive.entries());
  }

  private static void fail() {
    throw new IllegalStateException("stopped");
  }

  @Test
  void aDatabaseThatWasPutBackUnderARunningNodeIsNotPublished() throws IOException {
    archive.write(200);
    archive.copy();
    archive.write(100);
    Node node = node("here");
    String shown = node.step().note().format();

    archive.putBack();
    assertThatThrownBy(node::step)
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("201 entries, and 301 are published")
        .hasMessageContaining("start it again");
    archive.write(150);
    assertThatThrownBy(node::step)
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 300 of the database is not the one that was published");
    assertThatThrownBy(() -> node("here"))
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 300 of the database is not the one that was published");
    assertThat(node.sequencer().shown().orElseThrow().note().format()).isEqualTo(shown);
  }

  @Test
  void aDatabaseThatLacksAnEntryIsNotPublished() throws IOException {
    archive.write(20);
    Node node = node("here");
    String shown = node.step().note().format();
    archive.write(20);
    archive.owner("delete from journal where index = 30");
    assertThatThrownBy(node::step)
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 30 is missing in the database");
    archive.owner("delete from journal where index > 20");
    assertThatThrownBy(node::step)
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 21 is missing in the database");
    assertThat(node.sequencer().shown().orElseThrow().note().format()).isEqualTo(shown);
  }

  @Test
  void anotherDatabaseUnderTheSameFolderIsNotPublished() throws IOException {
    archive.write(20);
    String shown = node("here").step().note().format();
    archive.begin();
    archive.write(10);
    assertThatThrownBy(() -> node("here"))
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 10 of the database is not the one that was published");
    archive.write(30);
    assertThatThrownBy(() -> node("here"))
        .isInstanceOf(LedgerFault.class)
        .hasMessageContaining("Entry 20 of the database");
    assertThat(Files.readString(folder("here").resolve("checkpoint"))).isEqualTo(shown);
    assertThat(new LedgerStore(archive.pools).published()).isEmpty();
  }

  @Test
  void aFolderThatWasDeletedIsPublishedAgainWithTheSameRoots() throws IOException {
    Shown shown = new Shown("deleted folder");
    for (int i = 0; i < 5; i++) {
      archive.write(130);
      Node node = node("here");
      node.step();
      shown.look(node.tiles());
      shown.audit(node.tiles(), archive.entries());
      delete(folder("here"));
    }
    archive.write(1);
    Node last = node("here");
    last.step();
    shown.look(last.tiles());
    shown.audit(last.tiles(), archive.entries());
  }

  /// No power cut is played here, so the folders need no disk.
  private static Path inMemory(Path place) throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "split")
        : Files.createDirectories(place.resolve("random"));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void nothingThatHappensToThreeNodesShowsTwoRootsAtOneSize() throws IOException {
    random(IN_CI);
  }

  @Test
  @Tag("full")
  void nothingThatHappensToThreeNodesInManyRoundsShowsTwoRootsAtOneSize() throws IOException {
    random(IN_FULL);
  }

  private void random(int count) throws IOException {
    System.out.println("SplitBrainTest seed " + SEED + ", " + count + " rounds");
    Path disk = place;
    place = inMemory(disk);
    VerifierKey key = LogKey.in(folder("random"), Archive.SEED).verifier();
    try (Witnesses nobody = new Witnesses(TrustPolicy.of(key))) {
      for (int i = 0; i < count; i++) {
        begin();
        new Turmoil(archive, folder("random"), nobody, SEED + i).run();
        delete(folder("random"));
      }
    }
    delete(place);
    place = disk;
  }
}
