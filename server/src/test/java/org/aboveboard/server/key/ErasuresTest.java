package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.aboveboard.server.sql.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErasuresTest {
  @TempDir Path path;
  private Folder folder;
  private Safe safe;
  private Erasures erasures;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder(path);
    safe = folder.open();
    erasures = safe.erasures();
  }

  private Lookup lookup(String name) {
    return safe.keyring().lookup(name);
  }

  private Bytes print() {
    return Wrap.fingerprint(safe.wrap().draw());
  }

  @Test
  void whoCameBackWithANewKeyIsNotMeant() {
    Bytes before = print();
    erasures.add(lookup("u:kim"), before, 1);
    assertThat(erasures.contains(lookup("u:kim"), before)).isTrue();
    assertThat(erasures.contains(lookup("u:kim"), print())).isFalse();
    assertThat(erasures.contains(lookup("u:lee"), before)).isFalse();
    assertThat(erasures.among(List.of(lookup("u:kim"), lookup("u:lee"))))
        .containsExactly(lookup("u:kim"));
  }

  @Test
  void whatIsWrittenIsThereAfterAStartAndNamesNobody() throws Exception {
    Bytes print = print();
    erasures.add(lookup("u:kim"), print, 7);
    assertThat(folder.open().erasures().all())
        .containsExactly(new Erased(Folder.START, lookup("u:kim"), print, 7));
    assertThat(Files.readString(path.resolve("erasures")))
        .matches("2026-11-24T23:00:00Z [0-9a-f]{64} [0-9a-f]{64} 7\n");
  }

  @Test
  void aLineThatWasTornAnywhereIsCutAndTheOthersStay() throws Exception {
    Bytes print = print();
    erasures.add(lookup("u:kim"), print, 1);
    byte[] whole = Files.readAllBytes(path.resolve("erasures"));
    for (int torn = 1; torn < whole.length; torn++) {
      Files.write(path.resolve("erasures"), whole);
      Files.write(path.resolve("erasures"), Arrays.copyOf(whole, torn), StandardOpenOption.APPEND);
      Erasures again = folder.open().erasures();
      assertThat(path.resolve("erasures")).as("torn after %d", torn).hasBinaryContent(whole);
      again.add(lookup("u:lee"), print, 1);
      assertThat(again.all()).as("torn after %d", torn).hasSize(2);
    }
  }

  @Test
  void aLineThatDoesNotReadElsewhereIsRefused() throws Exception {
    Files.writeString(path.resolve("erasures"), "nonsense\n");
    assertThatThrownBy(erasures::all)
        .isInstanceOf(KeyFault.class)
        .hasMessageContaining("Line 1 of keys/erasures", "Put the file back");
  }

  @Test
  void onlyWhatADestroyedEpochCoversIsForgotten() {
    erasures.add(lookup("u:old"), print(), Wrap.BEFORE);
    erasures.add(lookup("u:one"), print(), 1);
    erasures.add(lookup("u:two"), print(), 2);
    assertThat(erasures.prune(1)).isEqualTo(1);
    assertThat(erasures.all()).extracting(Erased::epoch).containsExactly(0, 2);
  }

  @Test
  void nothingIsLostAmongManyWritersAndAPrune() throws Exception {
    Safe other = folder.open();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Safe writer = i % 2 == 0 ? safe : other;
        int epoch = 1 + i % 4 / 2;
        threads.execute(() -> writer.erasures().add(lookup("u:kim"), print(), epoch));
        threads.execute(() -> writer.erasures().prune(1));
      }
    }
    erasures.prune(1);
    assertThat(erasures.all()).hasSize(20).allMatch(line -> line.epoch() == 2);
  }
}
