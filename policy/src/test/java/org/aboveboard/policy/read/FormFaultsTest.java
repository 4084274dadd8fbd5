package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.SUGGESTIONS;
import static org.aboveboard.policy.read.Spoiled.faults;
import static org.aboveboard.policy.read.Spoiled.spoiled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are not the small part of YAML a policy is written in.
final class FormFaultsTest {

  @TempDir private Path target;

  @Test
  void theKnownKeysAreThoseThatBelongThere() {
    var folder = Folder.bookshop(target).replace(SUGGESTIONS, "number: 0", "numbr: 0");
    assertThat(faults(folder))
        .anySatisfy(fault -> {
          assertThat(fault.what()).contains("'numbr' is not a known key");
          assertThat(fault.cure()).contains("number").doesNotContain("approved");
        });
  }

  @Test
  void aLinkIsNotFollowedWhereverItLeads() throws IOException {
    Folder.bookshop(target.resolve("elsewhere"));
    var folder = Folder.bookshop(target.resolve("here"));
    var whole = List.of("purposes", "roles.yaml", "signals/views.yaml");
    for (var name : whole) {
      var path = folder.path().resolve(name);
      Files.move(path, target.resolve("was-" + name.replace('/', '-')));
      Files.createSymbolicLink(path, target.resolve("elsewhere").resolve(name));
    }
    assertThat(faults(folder))
        .filteredOn(fault -> fault.what().equals("A link is not followed."))
        .extracting(Fault::file)
        .isEqualTo(whole);
  }

  @Test
  void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
    var folder = Folder.bookshop(target).delete("signals/views.yaml").delete("roles.yaml");
    for (var name : List.of("signals/views.yaml", "roles.yaml")) {
      var made = new ProcessBuilder("mkfifo", target.resolve(name).toString()).start().waitFor();
      assumeTrue(made == 0, "skipped: no pipe can be made here");
    }
    assertThat(faults(folder))
        .filteredOn(fault -> fault.what().equals("This is no plain file."))
        .extracting(Fault::file)
        .containsExactly("roles.yaml", "signals/views.yaml");
  }

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
            "basis:",
            "A '[' that starts here is not closed",
            "Write ']'"),
        spoiled(
            "a brace that is never closed",
            folder -> folder.replace(SUGGESTIONS, "Buchtipps}", "Buchtipps"),
            SUGGESTIONS,
            "label:",
            "A '{' that starts here is not closed",
            "Write '}'"),
        spoiled(
            "a quotation mark that is never closed",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: 'model-owner"),
            SUGGESTIONS,
            "owner:",
            "never closed",
            "Write the same mark"),
        spoiled(
            "a tab",
            folder -> folder.write("signals/views.yaml", "verb:\n\ten: viewed\nweight: 1\n"),
            "signals/views.yaml",
            "\ten",
            "A tab stands where",
            "Use blanks"),
        spoiled(
            "a key without a colon",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner model-owner"),
            SUGGESTIONS,
            "owner",
            "without its colon",
            "key: value"),
        spoiled(
            "a colon too many",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: model: owner"),
            SUGGESTIONS,
            "owner:",
            "a colon too many",
            "quotation marks"),
        spoiled(
            "a line that is moved in too little",
            folder -> folder.write("signals/views.yaml", "  verb: viewed\n weight: 1\n"),
            "signals/views.yaml",
            " weight",
            "does not belong to the block above it",
            "below each other"),
        spoiled(
            "a value that begins with a sign of YAML",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: @model"),
            SUGGESTIONS,
            "owner:",
            "begins with a sign",
            "quotation marks"),
        spoiled(
            "a sign that is not allowed",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: mo\u0007del"),
            SUGGESTIONS,
            "owner:",
            "U+0007",
            "plain text"),
        spoiled(
            "a directive of a version",
            folder -> folder.write("signals/views.yaml", "# x\n%YAML 1.1\n---\nverb: viewed\n"),
            "signals/views.yaml",
            "%YAML",
            "Directives (%)",
            "Remove the line"),
        spoiled(
            "a directive of a version that is none",
            folder -> folder.write("signals/views.yaml", "%YAML 9.9\n---\nverb: viewed\n"),
            "signals/views.yaml",
            "",
            "Directives (%)",
            "Remove the line"),
        spoiled(
            "a directive of a tag",
            folder -> folder.write("signals/views.yaml", "%TAG ! x\n---\nverb: viewed\n"),
            "signals/views.yaml",
            "",
            "Directives (%)",
            "Remove the line"),
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
            "does not end in '.yaml'",
            "Name it 'views.yaml'"),
        spoiled(
            "a file name in capitals",
            folder -> folder.write("signals/VIEWS.yaml", "verb: viewed\nweight: 1\n"),
            "signals/VIEWS.yaml",
            "",
            "not an id",
            "small letters"),
        spoiled(
            "notes among the purposes",
            folder -> folder.write("purposes/notes.txt", "hello"),
            "purposes/notes.txt",
            "",
            "does not end in '.yaml'",
            "Move it out"),
        spoiled(
            "a folder among the purposes",
            folder -> folder.write("purposes/sub/more.yaml", "hello"),
            "purposes/sub",
            "",
            "A folder does not belong here",
            "plain file"),
        spoiled(
            "a folder where a file belongs",
            folder -> folder.delete("asking.yaml").write("asking.yaml/x", "hello"),
            "asking.yaml",
            "",
            "A folder does not belong here",
            "plain file"),
        spoiled(
            "an approval in a purpose",
            folder -> folder.replace(SUGGESTIONS, "number: 0", "numbr: 0\napproved: true"),
            SUGGESTIONS,
            "approved",
            "not written here",
            "approve"));
  }
}
