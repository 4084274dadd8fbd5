package org.aboveboard.policy.read;

import java.nio.file.Path;
import org.aboveboard.policy.Policy;

/// Where policies come from: a folder of files, or the canonical text of a version that was in
/// force.
public final class PolicyFiles {
  private PolicyFiles() {}

  /// Reads a policy's folder, with the approvals and releases that lie in it.
  ///
  /// @throws PolicyFaults naming everything that is wrong, if anything is
  public static ReadPolicy read(Path folder) throws PolicyFaults {
    var readers = new Readers();
    return new PolicyReader(new PolicyFolder(folder, readers), readers).read();
  }

  /// Reads a version from its canonical text, which is what its digest is of.
  ///
  /// @throws PolicyFaults if it is no canonical text of this release
  public static Policy restore(String canonicalJson) throws PolicyFaults {
    var readers = new Readers();
    return new PolicyReader(new PolicyText(canonicalJson, readers), readers).read().policy();
  }
}
