package org.aboveboard.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
  @TempDir Path cache;

  @Test
  void thoseWhoRaceShareOneWholeCopyAndABrokenOneIsMended() throws Exception {
    var anyPrivileges = Privileges.forFolder(cache, Privileges.LESS_THAN_ROOT);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var found =
          threads.invokeAll(
              Collections.nCopies(2, () -> Binaries.unpacked(List.of(cache), anyPrivileges)));
      assertThat(found.get(0).get()).isEqualTo(found.get(1).get());
    }
    var binaries = Binaries.unpacked(List.of(cache), anyPrivileges);
    assertThat(binaries.major()).isEqualTo("18");
    Files.delete(Path.of(binaries.program("initdb")));
    Binaries.unpacked(List.of(cache), anyPrivileges);
    assertThat(Path.of(binaries.program("initdb"))).exists();
    try (var left = Files.list(cache)) {
      assertThat(left).containsExactly(binaries.home());
    }
  }
}
