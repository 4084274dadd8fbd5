package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EpochsTest {
  @TempDir Path path;
  private Folder folder;
  private Safe here;
  private Safe there;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder(path);
    here = folder.open();
    there = folder.open();
    here.epochs().first(0);
  }

  @Test
  void itsFileIsReadableByItsOwnerAloneAndHoldsNoKeyInTheClear() throws Exception {
    Path file = path.resolve("epochs/1.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .startsWith("aboveboard epoch v1\nnumber 1\nmade 2026-11-24T23:00:00Z\nolder 0\nsealed ");
    assertThat(here.epochs().newest().made()).isEqualTo(Folder.START);
  }

  @Test
  void anotherNodeSeesANewEpoch() {
    assertThat(there.epochs().newest().number()).isEqualTo(1);
    here.epochs().next();
    assertThat(there.epochs().newest().number()).isEqualTo(2);
    here.epochs().next();
    assertThat(there.epochs().of(3).shard(7)).isEqualTo(here.epochs().of(3).shard(7));
  }

  @Test
  void anotherNodeForgetsADestroyedEpochWithinASecond() throws Exception {
    there.epochs().of(1);
    here.epochs().next();
    here.epochs().destruction().destroy(1, _ -> {});
    assertThatThrownBy(() -> here.epochs().of(1)).isInstanceOf(KeyGone.class);
    folder.pass(Duration.ofMillis(1_001));
    assertThatThrownBy(() -> there.epochs().of(1))
        .isInstanceOf(KeyGone.class)
        .hasMessageContaining("epoch 1", "backup made since");
  }

  @Test
  void whatIsDestroyedIsOverwrittenBeforeItGoes() throws Exception {
    String before = Files.readString(path.resolve("epochs/1.key"));
    here.epochs().next();
    List<Step> steps = new ArrayList<>();
    here.epochs()
        .destruction()
        .destroy(
            1,
            step -> {
              steps.add(step);
              if (step == Step.OVERWRITTEN) {
                assertThat(path.resolve("epochs/1.destroying"))
                    .hasSize(before.length())
                    .binaryContent()
                    .asString(StandardCharsets.ISO_8859_1)
                    .doesNotContain("sealed");
              }
            });
    assertThat(steps).containsExactly(Step.RENAMED, Step.OVERWRITTEN, Step.NOTED, Step.UNLINKED);
    assertThat(here.epochs().destruction().untold()).containsKey(1);
    try (var files = Files.list(path.resolve("epochs"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("2.key", "1.destroyed");
    }
  }

  @Test
  void nodesThatStartAtOnceMakeOneFirstEpoch(@TempDir Path fresh) throws Exception {
    Folder other = new Folder(fresh);
    List<Safe> nodes = List.of(other.open(), other.open(), other.open(), other.open());
    List<Future<Epoch>> made = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.forEach(node -> made.add(threads.submit(() -> node.epochs().first(0))));
    }
    for (Future<Epoch> epoch : made) {
      assertThat(epoch.get().shard(0)).isEqualTo(nodes.getFirst().epochs().of(1).shard(0));
    }
  }

  @Test
  void whatAStopLeftHalfWrittenIsRemoved() throws Exception {
    Path half = Files.writeString(path.resolve("epochs/fresh7.part"), "aboveboard epoch v1\nnum");
    folder.open();
    assertThat(half).doesNotExist();
    assertThat(path.resolve("epochs/1.key")).exists();
  }

  @Test
  void aKeyFileInAnothersPlaceIsRefused() throws Exception {
    Files.copy(path.resolve("epochs/1.key"), path.resolve("epochs/2.key"));
    assertThatThrownBy(() -> here.epochs().newest())
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining("keys/epochs/2.key", "Put the right file back");
  }

  @Test
  void whichPeopleAreOlderThanEpochsIsHandedDown(@TempDir Path fresh) throws Exception {
    Safe safe = new Folder(fresh).open();
    safe.epochs().first(41);
    assertThat(safe.epochs().next().older()).isEqualTo(41);
    safe.epochs().bring(40);
    assertThat(safe.epochs().newest().number()).isEqualTo(2);
    safe.epochs().bring(50);
    assertThat(safe.epochs().newest().older()).isEqualTo(50);
  }

  @Test
  void aSecretIsMadeOnceAndOpensUnderItsOwnNameAlone() throws Exception {
    var random = new SecureRandom();
    byte[] secret = here.secrets().secret("ledger", 32, random);
    assertThat(there.secrets().secret("ledger", 32, random)).isEqualTo(secret).hasSize(32);
    Files.move(path.resolve("ledger.key"), path.resolve("other.key"));
    assertThatThrownBy(() -> here.secrets().secret("other", 32, random))
        .isInstanceOf(KeyFault.class);
    assertThatThrownBy(() -> here.secrets().secret("root", 32, random))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
