package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is published is adopted again, and what is missing is said.
final class PublishTest {
  @TempDir private Path target;

  @Test
  void everyFormIsWrittenWithTheDigest() throws PolicyFaults {
    String digest = bookshop().digest();
    for (String form : new String[] {"fideslang", "dpv", "tilt", "record", "notice"}) {
      Typed typed = Typed.of("publish", "bookshop", "--as", form);
      assertThat(typed.code()).as(form).isZero();
      assertThat(typed.said()).as(form).contains(digest);
    }
    assertThat(Typed.of("publish", "--as", "policy").said()).isEqualTo(bookshop().canonicalJson());
  }

  @Test
  void theLanguageIsTheOneThatWasAskedFor() {
    assertThat(Typed.of("publish", "--as=notice", "--language=de").said())
        .contains("Was wir mit deinen Daten tun");
    assertThat(Typed.of("publish", "--as=record", "--language=de").said()).contains("Zweck");
    Typed typed = Typed.of("publish", "films", "--as=notice", "--language=de");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("does not speak \"de\"", "It speaks en.");
    assertThat(Typed.of("publish", "--as=dpv", "--language=de").said())
        .contains("the same in every language");
  }

  @Test
  void withoutAFormItSaysWhichThereAre() {
    for (Typed typed : new Typed[] {Typed.of("publish"), Typed.of("publish", "--as", "pdf")}) {
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.said())
          .contains("Write --as and one of fideslang, dpv, tilt, record, notice, policy.");
    }
  }

  @Test
  void whatIsPublishedIsAdoptedAsTheSamePolicy() throws Exception {
    Path manifest = target.resolve("manifest.yaml");
    Typed published =
        Typed.of("publish", "bookshop", "--as", "fideslang", "--out", manifest.toString());
    assertThat(published.said()).contains(bookshop().digest());
    Path folder = target.resolve("adopted");
    Typed adopted = Typed.of("adopt", manifest.toString(), folder.toString());
    assertThat(adopted.code()).isZero();
    assertThat(adopted.said()).contains("the digest is the same", bookshop().digest());
    assertThat(PolicyFiles.read(folder).policy().digest()).isEqualTo(bookshop().digest());
  }

  @Test
  void aChangedManifestIsSaidToBeAnotherPolicy() throws IOException {
    Path manifest = target.resolve("manifest.yaml");
    Typed.of("publish", "films", "--as", "fideslang", "--out", manifest.toString());
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("retention_period: P2Y", "retention_period: P1Y"));
    assertThat(Typed.of("adopt", manifest.toString(), target.resolve("a").toString()).said())
        .contains("It is another policy");
  }

  @Test
  void whatAManifestDoesNotSayIsListedWithFileAndKey() throws IOException {
    Path manifest = target.resolve("plain.yaml");
    Files.writeString(
        manifest,
        """
        system:
          - fides_key: site
            system_type: Application
            privacy_declarations:
              - {data_use: personalize.content, data_categories: [user.behavior]}
        """);
    Typed typed = Typed.of("adopt", manifest.toString(), target.resolve("plain").toString());
    assertThat(typed.said())
        .contains(
            "nothing was made up",
            "purposes/content.yaml: basis: The manifest says nothing of it.",
            "purposes/content.yaml: retention: The manifest says nothing of it.");
    assertThat(
            Typed.in(Map.of(), "publish", target.resolve("plain").toString(), "--as", "dpv").code())
        .isEqualTo(2);
  }

  @Test
  void nothingIsOverwrittenAndNothingStrangeIsRead() throws IOException {
    Path manifest = target.resolve("manifest.yaml");
    Typed.of("publish", "films", "--as", "fideslang", "--out", manifest.toString());
    Path full = Files.createDirectory(target.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    assertThat(Typed.of("adopt", manifest.toString(), full.toString()).said())
        .contains("is not empty.");
    assertThat(full.resolve("organisation.yaml")).doesNotExist();
    assertThat(Typed.of("adopt", target.resolve("no.yaml").toString(), "x").said())
        .contains("is no file.");
    Files.writeString(manifest, "label: x");
    Typed strange = Typed.of("adopt", manifest.toString(), target.resolve("b").toString());
    assertThat(strange.code()).isEqualTo(2);
    assertThat(strange.said()).contains("cannot be read as a manifest", "no fideslang manifest");
    assertThat(target.resolve("b")).doesNotExist();
    assertThat(Typed.of("adopt", manifest.toString()).said()).contains("a manifest and a folder");
  }

  private static Policy bookshop() throws PolicyFaults {
    return PolicyFiles.read(
            Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop"))
        .policy();
  }
}
