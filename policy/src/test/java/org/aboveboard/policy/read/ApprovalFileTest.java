package org.aboveboard.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An approval is written so that it is read back as it was signed.
final class ApprovalFileTest {
  private static final String SIGNS = "aZ09 äßçİı„“\"'\\:#-[]{}&*!|>%@`,?~=<\u00a0😀";

  @TempDir private Path target;

  @Test
  void whatIsWrittenIsReadBackAsTheSame() throws PolicyFaults {
    for (long seed = 0; seed < 500; seed++) {
      var random = new SplittableRandom(seed);
      var approval = approval("taste-profile", "mo", words(random), words(random));
      assertThat(ApprovalFile.read("a.yaml", ApprovalFile.text(approval)))
          .as("seed %d", seed)
          .isEqualTo(approval);
    }
  }

  @Test
  void aFolderIsReadWithIt() {
    var officer = Signer.fresh();
    var folder = Signer.assess(officer.join(Folder.bookshop(target)));
    var approval = officer.approve(folder.read(), "taste-profile", LocalDate.of(2027, 1, 31));
    ApprovalFile.names(approval)
        .forEach(name -> {
          folder.write(name, ApprovalFile.text(approval));
          assertThat(folder.read().approvals()).containsOnly(approval);
        });
  }

  @Test
  void itIsNamedByPurposeAndPolicyAndThenByPerson() {
    var names = ApprovalFile.names(approval("taste-profile", "mo", "why", "none"));
    assertThat(names).hasSize(3);
    assertThat(names.subList(0, 2))
        .isEqualTo(
            List.of(
                "approvals/taste-profile-ba7816bf.yaml",
                "approvals/taste-profile-ba7816bf-mo.yaml"));
  }

  @Test
  void aPurposeWithALongNameGetsAnApprovalToo() {
    var names = ApprovalFile.names(approval("a-b-c-d-e-f-g-h", "mo", "why", "none"));
    assertThat(names).singleElement().asString().matches("approvals/approval-[0-9a-f]{16}.yaml");
  }

  @Test
  void whatCannotBeReadBackIsRefused() {
    var hidden = approval("taste-profile", "mo", "a\u202eb", "none");
    assertThatThrownBy(() -> ApprovalFile.read("a.yaml", ApprovalFile.text(hidden)))
        .isInstanceOf(PolicyFaults.class)
        .hasMessageContaining("'why' holds a sign that nobody sees");
    assertThatThrownBy(() -> ApprovalFile.read("a.yaml", "purpose: x\nmood: good\n"))
        .isInstanceOf(PolicyFaults.class)
        .hasMessageContaining("'mood' is not a known key");
  }

  private static Approval approval(String purpose, String person, String why, String results) {
    return new Approval(
        purpose,
        "ethics-officer",
        person,
        Digest.of("abc"),
        why,
        results,
        LocalDate.of(2027, 1, 31),
        "c2ln");
  }

  /// Words of all sorts of signs, as they are after white space was made plain.
  private static String words(SplittableRandom random) {
    var signs = SIGNS.codePoints().toArray();
    var words = new StringBuilder("x");
    for (var left = random.nextInt(60); left > 0; left--) {
      words.appendCodePoint(signs[random.nextInt(signs.length)]);
    }
    return words.append('x').toString().replaceAll("\\s+", " ");
  }
}
