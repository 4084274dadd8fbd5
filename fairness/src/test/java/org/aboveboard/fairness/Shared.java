package org.aboveboard.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Public data and reference values that lie beside the checkout on some machines; tests that want
/// them are skipped elsewhere.
public final class Shared {
  private Shared() {}

  public static Path file(String name) {
    var file = folder().resolve("data").resolve(name);
    assumeTrue(Files.isReadable(file), "skipped: there is no " + file);
    return file;
  }

  /// The number that follows these names, each looked for after the one before.
  public static double number(String file, String... names) throws IOException {
    var json = Files.readString(file(file));
    int from = 0;
    for (var name : names) {
      from = json.indexOf("\"" + name + "\":", from);
      assertThat(from).as(name).isNotNegative();
    }
    var number = Pattern.compile("[-0-9.e]+").matcher(json);
    assertThat(number.find(json.indexOf(':', from))).isTrue();
    return Double.parseDouble(number.group());
  }

  private static Path folder() {
    return Optional.ofNullable(System.getProperty("aboveboard.shared"))
        .map(Path::of)
        .or(Shared::beside)
        .orElse(Path.of("../../shared"));
  }

  private static Optional<Path> beside() {
    return Stream.of("../../shared", "../shared")
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }
}
