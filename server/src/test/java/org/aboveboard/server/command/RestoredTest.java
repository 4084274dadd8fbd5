package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.StoreFault;
import org.aboveboard.server.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An old backup does not bring anybody back who was erased since, and ends with its epoch.
final class RestoredTest {
  @TempDir Path folder;

  private House open(Path data) throws Exception {
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return House.open(new Options(data, policy, Optional.empty(), false, 5, 0), Typed.CLOCK);
  }

  private static void erase(House house, String name) throws Exception {
    UUID id = house.rights().erase().begin(name).orElseThrow().id();
    assertThat(ended(house, id).state()).isEqualTo("done");
  }

  private static Job ended(House house, UUID id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Job job = house.rights().erase().find(id).orElseThrow();
    while (job.state().equals("running") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      job = house.rights().erase().find(id).orElseThrow();
    }
    return job;
  }

  private Path backup(Path data, String name) {
    Path file = folder.resolve(name);
    Typed typed = Typed.of("backup", file.toString(), "--data", data.toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    return file;
  }

  private static Typed restore(Path file, Path into, Path key) {
    return Typed.of("restore", file.toString(), "--data", into.toString(), "--key", key.toString());
  }

  @Test
  void whoWasErasedIsGoneBeforeItServesAndWhoCameBackStays() throws Exception {
    Path data = folder.resolve("instance");
    Path before;
    Path after;
    try (House house = open(data)) {
      house.subjects().enrol(List.of("u:kim", "u:lee", "u:max"));
      before = backup(data, "before.zip");
      erase(house, "u:kim");
      erase(house, "u:lee");
      house.subjects().enrol(List.of("u:lee"));
      after = backup(data, "after.zip");
    }
    Path key = data.resolve("keys/root.key");

    Path old = folder.resolve("old");
    Typed restored = restore(before, old, key);
    assertThat(restored.code()).as(restored.said()).isZero();
    assertThat(restored.said()).contains("2 people in it were erased after it was made");
    try (House house = open(old)) {
      // both had the keys they were erased with
      assertThat(house.subjects().find(List.of("u:kim", "u:lee", "u:max")))
          .containsOnlyKeys("u:max");
    }

    Path late = folder.resolve("late");
    Typed again = restore(after, late, key);
    assertThat(again.said()).doesNotContain("were erased after");
    try (House house = open(late)) {
      assertThat(house.subjects().find(List.of("u:kim", "u:lee", "u:max")))
          .containsOnlyKeys("u:lee", "u:max");
    }
  }

  @Test
  void aBackupWhoseEpochWasDestroyedIsRefusedBeforeAnythingIsWritten() throws Exception {
    Path data = folder.resolve("instance");
    try (House house = open(data)) {
      house.subjects().enrol(List.of("u:kim"));
    }
    Path ended = backup(data, "ended.zip");
    Typed rolled = Typed.of("roll", "--data", data.toString());
    assertThat(rolled.code()).as(rolled.said()).isZero();
    assertThat(rolled.said()).contains("Epoch 2: 1 keys wrapped anew", "Destroyed: epoch 1");
    Path fresh = backup(data, "fresh.zip");
    Path key = data.resolve("keys/root.key");

    Path into = folder.resolve("into");
    Typed refused = restore(ended, into, key);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.said())
        .contains("under epoch 1", "has [2]", "Nothing was written", "use one made since");
    assertThat(into.resolve("store")).doesNotExist();

    Typed restored = Typed.of("restore", fresh.toString(), "--data", into.toString());
    assertThat(restored.code()).as(restored.said()).isZero();
    try (House house = open(into)) {
      Subject kim = house.subjects().find("u:kim").orElseThrow();
      assertThat(kim.open("words", kim.seal("words", new byte[] {7}))).containsExactly(7);
    }
  }

  @Test
  void aRollGoesOnBesideTheRunningServer() throws Exception {
    Path data = folder.resolve("instance");
    try (House house = open(data)) {
      Subject kim = house.subjects().enrol(List.of("u:kim")).values().iterator().next();
      byte[] sealed = kim.seal("words", new byte[] {7});
      Typed rolled = Typed.of("roll", "--data", data.toString());
      assertThat(rolled.code()).as(rolled.said()).isZero();
      assertThat(house.subjects().find("u:kim").orElseThrow().open("words", sealed))
          .containsExactly(7);
    }
  }

  @Test
  void aDatabaseWhoseEpochsAreElsewhereIsRefused() throws Exception {
    Path data = folder.resolve("instance");
    try (House house = open(data)) {
      house.subjects().enrol(List.of("u:kim"));
    }
    Path epochs = data.resolve("keys/epochs");
    Path aside = folder.resolve("aside");
    Files.move(epochs, aside);
    assertThatThrownBy(() -> open(data))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("keys of epochs [1] are not in this data folder");
    List<Path> made = new ArrayList<>();
    try (Stream<Path> files = Files.list(epochs)) {
      files.forEach(made::add);
    }
    assertThat(made).isEmpty();
  }

  @Test
  void thereIsNothingToRollWhereNoInstanceIs() {
    Typed typed = Typed.of("roll", "--data", folder.resolve("nowhere").toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("There is no instance in");
  }
}
