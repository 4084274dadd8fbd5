package org.aboveboard.server.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;

/// The policy that takes over: a whole one, or the first with some of its files replaced.
public final class Succession {
  private Succession() {}

  /// Reads it.
  ///
  /// @param files a policy's folder, or files that take the place of those of the first
  public static ReadPolicy read(Path policy, Path files) throws PolicyFaults, IOException {
    if (Files.exists(files.resolve("organisation.yaml")) || !Files.isDirectory(files)) {
      return PolicyFiles.read(files);
    }
    Path both = Folders.make();
    try {
      Folders.lay(policy, both);
      Folders.lay(files, both);
      return PolicyFiles.read(both);
    } finally {
      Folders.remove(both);
    }
  }
}
