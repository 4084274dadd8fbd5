package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.SUGGESTIONS;
import static org.aboveboard.policy.read.Spoiled.spoiled;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are not the small part of YAML a policy is written in.
final class FormFaultsTest {

  @TempDir private Path target;

  @ParameterizedTest
  @MethodSource("structure")
  void everyFaultOfFormNamesFileLineAndCure(Spoiled spoiled) {
    spoiled.check(Folder.bookshop(target));
  }

  static Stream<Spoiled> structure() {
    return Stream.of(
        spoiled(
            "an unknown key",
            folder -> folder.replace(SUGGESTIONS, "owner:", "onwer:"),
            SUGGESTIONS,
            "onwer",
            "'onwer' is not a known key",
            "owner"),
        spoiled(
            "a missing key",
            folder -> folder.replace(SUGGESTIONS, "retention: P90D\n", ""),
            SUGGESTIONS,
            "number: 0",
            "'retention' is missing",
            "P90D"),
        spoiled(
            "a key twice",
            folder -> folder.replace(SUGGESTIONS, "level: general", "level: general\nlevel: none"),
            SUGGESTIONS,
            "level: none",
            "'level' is here twice",
            "Keep one"),
        spoiled(
            "YAML that does not parse",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: [consent"),
            SUGGESTIONS,
            "level: general",
            "not readable YAML",
            "indentation"),
        spoiled(
            "an anchor",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: &b consent"),
            SUGGESTIONS,
            "&b",
            "Anchors",
            "Write the value out"),
        spoiled(
            "an alias to nothing",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: *b"),
            SUGGESTIONS,
            "*b",
            "aliases",
            "Write the value out"),
        spoiled(
            "a tag",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: !!java.io.File x"),
            SUGGESTIONS,
            "!!java",
            "Tags",
            "Remove the tag"),
        spoiled(
            "a second document",
            folder -> folder.write("signals/views.yaml", "verb: viewed\nweight: 1\n---\na: b\n"),
            "signals/views.yaml",
            "---",
            "second document",
            "Keep one"),
        spoiled(
            "an empty file",
            folder -> folder.write("signals/views.yaml", "# nothing\n"),
            "signals/views.yaml",
            "",
            "empty",
            "Fill it in"),
        spoiled(
            "a file that is a list",
            folder -> folder.write("signals/views.yaml", "- verb\n"),
            "signals/views.yaml",
            "",
            "keys with values",
            "label"),
        spoiled(
            "a missing file",
            folder -> folder.delete("organisation.yaml"),
            "organisation.yaml",
            "",
            "missing",
            "Add it"),
        spoiled(
            "a strange file",
            folder -> folder.write("notes.txt", "hello"),
            "notes.txt",
            "",
            "not part of a policy",
            "Move it out"),
        spoiled(
            "a file name that is no id",
            folder -> folder.write("signals/Views.yml", "verb: viewed\nweight: 1\n"),
            "signals/Views.yml",
            "",
            "not an id",
            "small letters"));
  }
}
