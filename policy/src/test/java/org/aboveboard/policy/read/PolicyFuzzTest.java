package org.aboveboard.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Policy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all may stand where a policy's files do: they are read, or have faults with places.
class PolicyFuzzTest {
  private static final List<String> FILES =
      List.of(
          "asking.yaml",
          "organisation.yaml",
          "events/rated.yaml",
          "models/what-goes-together.yaml",
          "purposes/recommendations.yaml",
          "surfaces/home-row.yaml");

  @TempDir private static Path target;

  @BeforeAll
  static void copy() {
    Folder.bookshop(target);
  }

  /// The first byte picks the file that gets the rest as its bytes.
  @MethodSource("files")
  @FuzzTest
  void aPolicyIsReadOrHasFaults(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    var file = target.resolve(FILES.get(Byte.toUnsignedInt(bytes[0]) % FILES.size()));
    var sound = Files.readAllBytes(file);
    try {
      Files.write(file, Arrays.copyOfRange(bytes, 1, bytes.length));
      var policy = PolicyFiles.read(target).policy();
      assertThat(restored(policy.canonicalJson()).digest()).isEqualTo(policy.digest());
    } catch (PolicyFaults faults) {
      assertThat(faults.faults()).isNotEmpty();
    } finally {
      Files.write(file, sound);
    }
  }

  @MethodSource("canonical")
  @FuzzTest
  void aCanonicalTextIsReadOrHasFaults(byte[] bytes) {
    try {
      var policy = PolicyFiles.restore(new String(bytes, UTF_8));
      assertThat(restored(policy.canonicalJson()).digest()).isEqualTo(policy.digest());
    } catch (PolicyFaults faults) {
      assertThat(faults.faults()).isNotEmpty();
    }
  }

  private static Policy restored(String canonical) {
    try {
      return PolicyFiles.restore(canonical);
    } catch (PolicyFaults faults) {
      throw new AssertionError("what was written does not read", faults);
    }
  }

  static Stream<Arguments> files() throws IOException {
    var seeds = Stream.<Arguments>builder();
    for (int i = 0; i < FILES.size(); i++) {
      var sound = Files.readString(Folder.shipped().resolve("bookshop").resolve(FILES.get(i)));
      seeds.add(arguments((Object) ((char) i + sound).getBytes(UTF_8)));
    }
    seeds.add(arguments((Object) "\0&a [*a, *a]".getBytes(UTF_8)));
    seeds.add(arguments((Object) "\0? {a: b}\n: - c".getBytes(UTF_8)));
    return seeds.build();
  }

  static Stream<Arguments> canonical() {
    return Stream.of(Folder.read("bookshop").canonicalJson(), "{}", "[[")
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
