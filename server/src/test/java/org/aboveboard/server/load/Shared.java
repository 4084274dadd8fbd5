package org.aboveboard.server.load;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of real data sets beside the repository; a test that needs one skips where it is not.
final class Shared {
  private Shared() {}

  static Path data(String name) {
    String root = System.getProperty("aboveboard.shared", "../../shared");
    Path folder = Path.of(root, "data", name);
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no data set at " + folder);
    return folder;
  }
}
