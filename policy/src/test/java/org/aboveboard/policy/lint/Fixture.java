package org.aboveboard.policy.lint;

import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Folder;

/// A policy that breaks a rule, or comes near it, as a way to spoil the bookshop's.
///
/// @param kind "bad" for a finding, "good" for none, "fault" for a policy that is not read
/// @param rule the rule that it is about
/// @param language the language of the words it is about; empty where words do not matter
/// @param also the other rules that rightly complain
record Fixture(
    String kind,
    String rule,
    Optional<String> language,
    String name,
    List<Step> steps,
    Where at,
    String says,
    String cure,
    List<String> also) {

  /// One change of a folder.
  interface Step {
    void in(Folder folder);
  }

  /// A line of a file, by what stands in it.
  record Where(String file, String part) {
    int line(Folder folder) {
      return folder.lineOf(file, part);
    }
  }

  static List<Fixture> all() {
    return List.of("data.txt", "files.txt", "oversight.txt", "words.txt", "unfair.txt").stream()
        .flatMap(file -> FixtureReader.read(file).stream())
        .toList();
  }

  static List<Fixture> of(String kind) {
    return all().stream().filter(fixture -> fixture.kind().equals(kind)).toList();
  }

  /// The bookshop's policy, spoilt.
  Folder spoil(Folder sound) {
    steps.forEach(step -> step.in(sound));
    return sound;
  }

  @Override
  public String toString() {
    return kind + " " + rule + language.map(l -> " " + l).orElse("") + ": " + name;
  }
}
