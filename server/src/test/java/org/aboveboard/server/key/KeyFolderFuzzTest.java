package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all may stand in the files of the key folder: they are read, or it is said which
/// file to put back.
class KeyFolderFuzzTest {
  private static final String LINE =
      "2026-11-24T23:00:00Z " + "ab".repeat(32) + " " + "cd".repeat(32) + " 7";

  @TempDir private static Path path;

  @MethodSource("lines")
  @FuzzTest
  void aLineOfAnErasureHasOneForm(byte[] bytes) {
    String line = new String(bytes, UTF_8);
    Erased.read(line).ifPresent(erased -> assertThat(erased.line()).isEqualTo(line));
  }

  @MethodSource("lines")
  @FuzzTest
  void theErasuresAreReadOrTheFileIsNamed(byte[] bytes) throws IOException {
    Path keys = Files.createDirectories(path.resolve("erased"));
    Safe safe = new Folder(keys).open();
    Files.write(keys.resolve("erasures"), bytes);
    try {
      assertThat(safe.erasures().all()).isNotNull();
    } catch (KeyFault fault) {
      assertThat(fault).hasMessageContaining("keys/erasures").hasMessageContaining("Put");
    }
  }

  @MethodSource("epochs")
  @FuzzTest
  void anEpochIsItsOwnOrTheFileIsNamed(byte[] bytes) throws IOException {
    Path file = path.resolve("3.key");
    RootKey root = RootFile.of(new byte[32], new SecureRandom());
    Files.write(file, bytes);
    try {
      assertThat(new EpochFile(file).read(root, 3).number()).isEqualTo(3);
    } catch (KeyFault fault) {
      assertThat(fault).hasMessageContaining("keys/epochs/3.key").hasMessageContaining("Put");
    }
  }

  @MethodSource("lines")
  @FuzzTest
  void aNoteOfADestroyedEpochIsReadOrTheFileIsNamed(byte[] bytes) throws IOException {
    Path keys = Files.createDirectories(path.resolve("destroyed"));
    Safe safe = new Folder(keys).open();
    Files.write(keys.resolve("epochs/3.destroyed"), bytes);
    try {
      assertThat(safe.epochs().destruction().untold()).containsOnlyKeys(3);
    } catch (KeyFault fault) {
      assertThat(fault).hasMessageContaining("keys/epochs/3.destroyed").hasMessageContaining("Put");
    }
  }

  static Stream<Arguments> lines() {
    return Stream.of(
            LINE,
            LINE + "\n" + LINE + "\n",
            LINE.replace(" 7", " +7") + "\n",
            LINE.replace("ab", "AB") + "\n",
            LINE.replace("00Z", "00.0Z") + "\n",
            "2026-11-24T23:00:00Z\n",
            "é\n")
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }

  static Stream<Arguments> epochs() throws IOException {
    Path folder = Files.createTempDirectory("epochs");
    RootKey root = RootFile.of(new byte[32], new SecureRandom());
    EpochFile sound = EpochFile.of(folder, 3);
    sound.write(root, 3, Folder.START, 0, new byte[32]);
    String text = Files.readString(sound.file());
    Files.delete(sound.file());
    Files.delete(folder);
    return Stream.of(text, text.replace("older 0", "older é"), text.replace("number 3", "number 4"))
        .map(seed -> arguments((Object) seed.getBytes(UTF_8)));
  }
}
