package org.aboveboard.server.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.policy.Personal;

/// A look at one answer of one person: who asked for it and why, who agreed, and whether it was
/// read.
///
/// @param subject the person's number
/// @param name who they are to the shop
@Personal
public record Look(
    UUID id, long subject, String name, String segment, String reason, List<Stage> stages) {
  static final String ASKED = "asked";
  static final String AGREED = "agreed";
  static final String READ = "read";

  public Look {
    stages = List.copyOf(stages);
  }

  /// A step of it.
  ///
  /// @param what `asked`, `agreed` or `read`
  public record Stage(String what, Instant at, String person, String role) {}

  /// Who took a step, and when, if it was taken.
  public Optional<Stage> stage(String what) {
    return stages.stream().filter(stage -> stage.what().equals(what)).findFirst();
  }

  public Stage asked() {
    return stage(ASKED).orElseThrow();
  }

  public Optional<Stage> agreed() {
    return stage(AGREED);
  }

  public Optional<Stage> read() {
    return stage(READ);
  }

  @Override
  public String toString() {
    return "Look";
  }
}
