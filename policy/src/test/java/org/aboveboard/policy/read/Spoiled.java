package org.aboveboard.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.aboveboard.policy.Folder;

/// A way to spoil a policy, and the one fault that must then be told.
///
/// @param at a part of the line the fault must name; empty for the first line
record Spoiled(
    String name, UnaryOperator<Folder> spoil, String file, String at, String what, String cure) {

  static final String SUGGESTIONS = "purposes/recommendations.yaml";

  static Spoiled spoiled(
      String name, UnaryOperator<Folder> spoil, String file, String at, String what, String cure) {
    return new Spoiled(name, spoil, file, at, what, cure);
  }

  /// Everything that is wrong with a folder, of which there must be something.
  static List<Fault> faults(Folder folder) {
    var thrown = catchThrowableOfType(PolicyFaults.class, () -> PolicyFiles.read(folder.path()));
    assertThat(thrown).as("this folder has faults").isNotNull();
    return thrown.faults();
  }

  void check(Folder sound) {
    var folder = spoil.apply(sound);
    var line = at.isEmpty() ? 1 : folder.lineOf(file, at);
    assertThat(faults(folder))
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo(file);
          assertThat(fault.line()).isEqualTo(line);
          assertThat(fault.what()).contains(what);
          assertThat(fault.cure()).contains(cure);
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
