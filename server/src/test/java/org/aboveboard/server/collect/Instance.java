package org.aboveboard.server.collect;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A whole server with a store of its own, on a free port.
public final class Instance implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Path root = Path.of(System.getProperty("aboveboard.root", ".."));
    try {
      Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/stores")), "s");
      return Map.of(
          "aboveboard.data", data.toAbsolutePath().toString(),
          "aboveboard.policy", root.resolve("policies/bookshop").toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
