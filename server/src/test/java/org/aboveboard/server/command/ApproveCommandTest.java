package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.declaration.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveCommandTest {
  private static final String ASSESSMENT = "assessments/taste.yaml";

  @TempDir Path folder;

  private Draft shop = new Draft(Path.of("."));
  private Path key = Path.of(".");

  @BeforeEach
  void makeAKey() throws Exception {
    shop = Draft.of("bookshop", folder.resolve("shop"));
    key = folder.resolve("mo.key");
    join("mo", "ethics-officer", key);
  }

  /// Makes a key by the command and declares it as the command says.
  private void join(String id, String role, Path file) throws IOException {
    Typed made = Typed.of("approve", "--new-key", file.toString());
    assertThat(made.code()).as(made.said()).isZero();
    String line =
        made.said().lines().filter(one -> one.startsWith("key: ")).findFirst().orElseThrow();
    shop.write("people/" + id + ".yaml", "name: M. O.\nrole: " + role + "\n" + line + "\n");
  }

  @Test
  void aKeyIsForItsOwnerAloneAndIsNeverWrittenOver() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String before = Files.readString(key);
    assertThat(before).startsWith("-----BEGIN PRIVATE KEY-----\n");
    Typed again = Typed.of("approve", "--new-key", key.toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.said()).contains("is there already");
    assertThat(Files.readString(key)).isEqualTo(before);
  }

  @Test
  void theSecretHalfIsNotPrinted() throws Exception {
    Path file = folder.resolve("other.key");
    Typed made = Typed.of("approve", "--new-key", file.toString());
    assertThat(made.said()).doesNotContain(Files.readAllLines(file).get(1));
  }

  @Test
  void signedForItIsOnUntilTheLastDayAndOffAfter() throws Exception {
    assertThat(closed(Typed.NOW)).contains(Reason.NOT_APPROVED);
    Typed typed = approve();
    assertThat(typed.code()).as(typed.said()).isZero();
    String name = "approvals/taste-profile-" + policy().digest().substring(0, 8) + ".yaml";
    assertThat(typed.said())
        .contains(name, "M. O., Ethics officer", "until 2027-01-31", "It may be on until then");
    assertThat(files()).containsExactly(Path.of(name).getFileName().toString());
    assertThat(policy().approvals())
        .singleElement()
        .satisfies(approval -> {
          assertThat(approval.why()).isEqualTo("We saw: \"nothing\" #1 – fine");
          assertThat(approval.results()).isEqualTo("none");
        });
    assertThat(closed(Typed.NOW)).isEmpty();
    assertThat(closed(Instant.parse("2027-01-31T23:59:59Z"))).isEmpty();
    assertThat(closed(Instant.parse("2027-02-01T00:00:00Z"))).contains(Reason.NOT_APPROVED);
  }

  @Test
  void anyOtherVersionNeedsItsOwn() throws Exception {
    assertThat(approve().code()).isZero();
    shop.replace("surfaces/home-row.yaml", "length: 12", "length: 11");
    assertThat(closed(Typed.NOW)).contains(Reason.NOT_APPROVED);
    assertThat(approve().code()).isZero();
    assertThat(closed(Typed.NOW)).isEmpty();
    assertThat(files()).hasSize(2);
  }

  @Test
  void aTamperedFileApprovesNothing() throws Exception {
    assertThat(approve().code()).isZero();
    String file = "approvals/" + files().getFirst();
    String written = Files.readString(shop.folder().resolve(file));
    for (String[] change :
        new String[][] {{"2027-01-31", "2028-01-31"}, {"\"none\"", "\"good\""}, {"fine", "good"}}) {
      shop.write(file, written.replace(change[0], change[1]));
      assertThat(closed(Typed.NOW)).as(change[1]).contains(Reason.NOT_APPROVED);
    }
    shop.write(file, written);
    assertThat(closed(Typed.NOW)).isEmpty();
  }

  @Test
  void nobodySignsTwiceAndNothingIsWrittenOver() throws Exception {
    assertThat(approve().code()).isZero();
    refused("M. O. has approved this already, until 2027-01-31.", typed());
    String taken = files().getFirst();
    shop.replace("approvals/" + taken, "none", "some");
    String spoiled = Files.readString(shop.folder().resolve("approvals/" + taken));
    assertThat(approve().code()).isZero();
    assertThat(files()).containsExactlyInAnyOrder(taken, taken.replace(".yaml", "-mo.yaml"));
    assertThat(Files.readString(shop.folder().resolve("approvals/" + taken))).isEqualTo(spoiled);
  }

  @Test
  void whereSeveralMustSignItIsOnWithTheLast() throws Exception {
    Path other = folder.resolve("lee.key");
    join("lee", "model-owner", other);
    shop.replace(
        "changes.yaml", "invasive: [ethics-officer]", "invasive: [ethics-officer, model-owner]");
    Typed first = approve();
    assertThat(first.said()).contains("It is still off", "Ethics officer, Model owner");
    assertThat(closed(Typed.NOW)).contains(Reason.NOT_APPROVED);
    Typed last = Typed.of(with(with(typed(), "--as", "lee"), "--key", other.toString()));
    assertThat(last.said()).contains("It may be on until then");
    assertThat(closed(Typed.NOW)).isEmpty();
  }

  @Test
  void whoeverMayNotSignIsToldWhoMay() throws Exception {
    refused("There is nobody \"lee\"", with(typed(), "--as", "lee"));
    Path other = folder.resolve("lee.key");
    join("lee", "model-owner", other);
    refused(
        "As Model owner, M. O. cannot approve this.",
        with(with(typed(), "--as", "lee"), "--key", other.toString()));
    refused("is not the one in people/mo.yaml", with(typed(), "--key", other.toString()));
    assertThat(closed(Typed.NOW)).contains(Reason.NOT_APPROVED);
    assertThat(shop.folder().resolve("approvals")).doesNotExist();
  }

  @Test
  void aKeyThatOthersCanReadIsNotUsed() throws Exception {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    refused("Others than you can reach the key", typed());
    Path none = folder.resolve("none.key");
    Private.file(none, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    refused("holds no Ed25519 private key", with(typed(), "--key", none.toString()));
    Files.write(none, new byte[] {(byte) 0xff, 0, 1});
    refused("holds no Ed25519 private key", with(typed(), "--key", none.toString()));
    String nowhere = folder.resolve("nowhere/a.key").toString();
    refused("cannot be written", "approve", "--new-key", nowhere);
    refused("There is no key at", with(typed(), "--key", folder.resolve("no").toString()));
  }

  @Test
  void aPolicyWithFaultsIsNotSigned() {
    shop.replace("signals/views.yaml", "weight: 1", "weight: heavy");
    refused("signals/views.yaml:2:", typed());
    assertThat(shop.folder().resolve("approvals")).doesNotExist();
  }

  @Test
  void onlyWhatIsInvasiveIsApproved() {
    refused("is not invasive", with(typed(), "--purpose", "recommendations"));
    refused("There is no purpose \"x\"", with(typed(), "--purpose", "x"));
  }

  @Test
  void withoutAnAssessmentOfWhatItIsNowNothingIsSigned() throws Exception {
    shop.replace(ASSESSMENT, "until: 2027-11-01", "until: 2026-11-22");
    refused("ran out on 2026-11-22", typed());
    shop.replace(ASSESSMENT, "until: 2026-11-22", "until: 2026-12-31");
    assertThat(approve().said()).contains("until 2026-12-31, when its assessment ends");
    shop.replace(ASSESSMENT, "outcome: acceptable", "outcome: notAcceptable");
    refused("found it not acceptable", typed());
    shop.replace(ASSESSMENT, "outcome: notAcceptable", "outcome: acceptable");
    shop.replace("purposes/taste-profile.yaml", "retention: P30D", "retention: P60D");
    refused("is of something else than the purpose is now", typed());
    refused(policy().purpose("taste-profile").orElseThrow().digest(), typed());
    shop.replace("purposes/taste-profile.yaml", "assessment: taste\n", "");
    refused("has not been assessed", typed());
  }

  @Test
  void whatIsMissingOrCannotBeWrittenIsSaid() {
    for (String option : List.of("purpose", "as", "key", "why", "results", "until")) {
      refused("--" + option + " is missing", with(typed(), "--" + option, " "));
    }
    refused("--until is not a day from today on", with(typed(), "--until", "2026-11-22"));
    refused("--until is not a day from today on", with(typed(), "--until", "soon"));
    refused("cannot be written down", with(typed(), "--why", "a\u202eb"));
    refused("cannot be written down", with(typed(), "--results", "x".repeat(401)));
    assertThat(shop.folder().resolve("approvals")).doesNotExist();
  }

  private String[] typed() {
    return new String[] {
      "approve",
      "--policy",
      shop.toString(),
      "--purpose",
      "taste-profile",
      "--as",
      "mo",
      "--key",
      key.toString(),
      "--why",
      "We saw:  \"nothing\" #1\n – fine",
      "--results",
      "none",
      "--until",
      "2027-01-31"
    };
  }

  private Typed approve() {
    return Typed.of(typed());
  }

  private static String[] with(String[] typed, String option, String value) {
    List<String> words = new ArrayList<>(List.of(typed));
    words.set(words.indexOf(option) + 1, value);
    return words.toArray(String[]::new);
  }

  private static void refused(String why, String... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.code()).as(typed.said()).isEqualTo(2);
    assertThat(typed.said()).contains(why).doesNotContain("Exception", "\tat ");
    assertThat(typed.said().strip().lines().count()).as(typed.said()).isGreaterThan(1);
  }

  private Policy policy() throws PolicyFaults {
    return PolicyFiles.read(shop.folder()).policy();
  }

  private Optional<Reason> closed(Instant now) throws PolicyFaults {
    Policy policy = policy();
    Purpose taste = policy.purpose("taste-profile").orElseThrow();
    return policy.closed(taste, now);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(shop.folder().resolve("approvals"))) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
