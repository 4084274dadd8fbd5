package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.SUGGESTIONS;
import static org.aboveboard.policy.read.Spoiled.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyFaultsTest {

  private static final List<String> FILES =
      List.of(
          "organisation.yaml",
          "roles.yaml",
          SUGGESTIONS,
          "purposes/order-service.yaml",
          "events/bought.yaml",
          "signals/ratings.yaml",
          "surfaces/home-row.yaml");

  @TempDir private Path target;

  @Test
  void allFaultsAreToldAtOnce() {
    var folder =
        Folder.bookshop(target)
            .replace(SUGGESTIONS, "basis: consent", "basis: vital")
            .replace("signals/views.yaml", "weight: 1", "weight: many")
            .write("events/viewed.yaml", "type: [")
            .delete("roles.yaml");
    assertThat(faults(folder).stream().map(Fault::file))
        .contains(SUGGESTIONS, "signals/views.yaml", "events/viewed.yaml", "roles.yaml");
  }

  @Test
  void whatIsWrongWithTheLanguagesIsNotToldOfEveryFile() {
    for (var wrong : List.of("languages: [en, en]", "languages: [en, fr]", "langages: [en]")) {
      var folder =
          Folder.bookshop(target).replace("organisation.yaml", "languages: [en, de]", wrong);
      assertThat(faults(folder))
          .as(wrong)
          .extracting(Fault::file)
          .containsOnly("organisation.yaml");
    }
    for (var text : List.of("", "[]", "name: [")) {
      var folder = Folder.bookshop(target).write("organisation.yaml", text);
      assertThat(faults(folder))
          .as(text)
          .hasSize(1)
          .extracting(Fault::file)
          .containsOnly("organisation.yaml");
    }
    assertThat(faults(Folder.bookshop(target).delete("organisation.yaml"))).hasSize(1);
  }

  @Test
  void whatIsMissingIsOneFaultAndNotOneOfWhoeverNamesIt() {
    assertThat(faults(Folder.bookshop(target).delete("roles.yaml")))
        .singleElement()
        .hasToString(
            "roles.yaml:1: This file is missing. Add it; the demo policies show what is in it.");
  }

  @Test
  void tooManyFilesAreOneFault() {
    var folder = Folder.bookshop(target);
    var text = folder.text("signals/views.yaml");
    for (var n = 0; n < 500; n++) {
      folder.write("signals/a-" + n + ".yaml", text);
    }
    assertThat(faults(folder))
        .singleElement()
        .hasToString("signals:1: There are more than 500 files here. Remove what is not policy.");
  }

  @Test
  void oneFaultOfAValueIsToldOnce() {
    for (var wrong : List.of("label: [a, b]", "label: x", "label:")) {
      var folder =
          Folder.bookshop(target)
              .write("signals/views.yaml", wrong.replace("label", "verb") + "\nweight: 1\n");
      assertThat(faults(folder)).as(wrong).hasSize(1);
    }
    var untyped = Folder.bookshop(target).replace("events/viewed.yaml", "type: track\n", "");
    assertThat(faults(untyped))
        .singleElement()
        .hasToString(
            "events/viewed.yaml:1: 'type' is missing. Write one of: alias, group, identify, page,"
                + " screen, track.");
  }

  @Test
  void aMissingFolderIsOneFault() {
    assertThat(faults(new Folder(target.resolve("nowhere")))).hasSize(1);
  }

  @Test
  void aFileTooLargeIsNotReadAtAll() {
    var folder = Folder.bookshop(target).write("signals/views.yaml", "# x\n".repeat(20_000));
    assertThat(faults(folder)).anyMatch(fault -> fault.what().contains("larger than 64 KiB"));
  }

  @Test
  void bytesThatAreNotTextAreRefused() throws IOException {
    Folder.bookshop(target);
    Files.write(target.resolve("signals/views.yaml"), new byte[] {'v', (byte) 0xC3, '('});
    assertThat(faults(new Folder(target))).anyMatch(fault -> fault.what().contains("UTF-8"));
  }

  @Test
  void controlCharactersAreRefused() {
    var folder = Folder.bookshop(target).write("signals/views.yaml", "verb: vi\u0000ewed\n");
    assertThat(faults(folder)).anyMatch(fault -> fault.file().equals("signals/views.yaml"));
  }

  @Test
  void bombsDoNotGoOff() {
    for (var bomb : List.of(billionLaughs(), "a: " + "[".repeat(60_000), "a:\n" + nest())) {
      var folder = Folder.bookshop(target).write("signals/views.yaml", bomb);
      assertThat(faults(folder)).anyMatch(fault -> fault.file().equals("signals/views.yaml"));
    }
  }

  @Test
  void aFaultPrintsAsACompilerWould() {
    var folder = Folder.bookshop(target).replace("signals/views.yaml", "weight: 1", "weight: 0");
    assertThat(faults(folder).getFirst())
        .hasToString(
            "signals/views.yaml:2: 'weight' cannot be '0'. Write a whole number from 1 to 100.");
  }

  private static String billionLaughs() {
    var bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (var i = 1; i < 20; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return bomb.toString();
  }

  private static String nest() {
    var deep = new StringBuilder();
    for (var i = 1; i < 200; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    return deep.toString();
  }

  @Test
  void whateverIsInAFileTheAnswerIsAPolicyOrFaultsWithCures() {
    var folder = Folder.bookshop(target);
    for (long seed = 0; seed < 3_000; seed++) {
      var random = new SplittableRandom(seed);
      var file = FILES.get(random.nextInt(FILES.size()));
      var sound = folder.text(file);
      folder.write(file, garbled(sound, random));
      try {
        PolicyFiles.read(target);
      } catch (PolicyFaults e) {
        assertThat(e.faults()).as("seed %d", seed).isNotEmpty().allSatisfy(this::isWhole);
      } catch (RuntimeException e) {
        throw new AssertionError("fails for seed " + seed, e);
      }
      folder.write(file, sound);
    }
  }

  private void isWhole(Fault fault) {
    assertThat(fault.line()).isPositive();
    assertThat(fault.file()).isNotBlank();
    assertThat(fault.what()).isNotBlank();
    assertThat(fault.cure()).isNotBlank();
  }

  private static String garbled(String sound, SplittableRandom random) {
    var signs = "&*!|>%@`{}[],:?-#'\"\\\n\t 0a\u0000\u202e\u0085~=<";
    var text = new StringBuilder(sound);
    for (var left = 1 + random.nextInt(4); left > 0; left--) {
      var at = random.nextInt(text.length());
      var sign = signs.charAt(random.nextInt(signs.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, sign);
        case 1 -> text.deleteCharAt(at);
        default -> text.setCharAt(at, sign);
      }
    }
    return text.toString();
  }
}
