package org.aboveboard.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.receipt.Opening;
import org.aboveboard.ledger.receipt.RunList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsenceCheckTest {
  private static final byte[] RUN = new byte[16];
  private static final byte[] SECRET = new byte[32];

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(12);
  private final Hash stranger = RunList.pseudonym(SECRET, RUN);

  @BeforeEach
  void write() throws IOException {
    var pseudonyms = new ArrayList<Hash>();
    for (int i = 0; i < 20; i++) {
      pseudonyms.add(Papers.hash(random));
    }
    var list = RunList.of(pseudonyms);
    write("consent", "consent", Canonical.empty().with("runs", hex(SECRET)));
    write("member", "consent", Canonical.empty().with("runs", hex(new byte[] {1})));
    write(
        "run",
        "training",
        Canonical.empty()
            .with("run", hex(RUN))
            .with("consents", 6)
            .with("count", list.count())
            .with("root", list.root().hex()));
    Files.write(folder.resolve("list"), list.absence(stranger, RUN).orElseThrow().bytes());
  }

  @Test
  void whoeverWasLeftOutIsToldSo() {
    var shell = check("consent", "run", "list");
    assertThat(shell.sentence())
        .isEqualTo(
            "Verified: whoever gave the consent of entry 3 is not among the 20 people whom run "
                + hex(RUN)
                + " lists.");
    assertThat(shell.code()).isZero();
    assertThat(shell.said())
        .contains("The consent:", "The run:", "(kind)    training")
        .contains("is the operator's word");
  }

  @Test
  void anotherPersonsConsentIsRefuted() {
    assertThat(check("member", "run", "list").sentence())
        .isEqualTo("Refuted: the consent has no secret of 32 bytes in the field runs.");
    assertThat(check("run", "consent", "list").sentence())
        .isEqualTo("Refuted: the consent: the entry is not of the kind consent.");
  }

  @Test
  void aChangedAnswerIsNeverVerified() throws IOException {
    var file = folder.resolve("list");
    var bytes = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * bytes.length; bit += 7) {
      var changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, changed);
      assertThat(check("consent", "run", "list").code()).as("bit " + bit).isNotZero();
    }
  }

  @Test
  void withoutAKeyOrInAnotherOrderItIsNotChecked() {
    assertThat(check("list", "run", "consent").sentence())
        .startsWith("Not checked: the first file is not a receipt: ");
    var args = List.of("verify", "--absent", at("consent"), at("run"), at("list"));
    assertThat(Shell.run(args).sentence())
        .isEqualTo("Not checked: nobody vouches for the key of example.org/log.");
    assertThat(Shell.run("verify", at("list")).said()).contains("--absent CONSENT RUN LIST");
    assertThat(Shell.run("verify", "--absent", at("list")).sentence())
        .isEqualTo("Not checked: --absent needs three files.");
  }

  private Shell check(String consent, String run, String list) {
    return Shell.run("verify", "--absent", at(consent), at(run), at(list), "--key", Papers.KEY);
  }

  private void write(String name, String kind, Canonical body) throws IOException {
    var opening = Opening.of(kind, Papers.AT, Nonce.draw(random), body);
    Files.write(folder.resolve(name), Papers.receipt(opening, 3, 9, random).bytes());
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
