package org.aboveboard.server.journey;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A server of its own under one of the policies that ship, with an empty store.
abstract class Whole implements QuarkusTestProfile {
  private final String policy;

  Whole(String policy) {
    this.policy = policy;
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    Path root = Path.of(System.getProperty("aboveboard.root", ".."));
    try {
      Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/stores")), "w");
      return Map.of(
          "aboveboard.data",
          data.toAbsolutePath().toString(),
          "aboveboard.policy",
          root.resolve("policies").resolve(policy).toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
