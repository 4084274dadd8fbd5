package org.aboveboard.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.aboveboard.ledger.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  /// The example of c2sp.org/tlog-checkpoint.
  private static final String SOFA = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

  @Test
  void theStandardsExampleIsReadAndWrittenBack() {
    var sofa = read(SOFA);
    assertThat(sofa.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(sofa.size()).isEqualTo(20_852_163);
    assertThat(sofa.root().hex()).startsWith("0ac5186a9186");
    assertThat(sofa.text()).isEqualTo(SOFA);
  }

  @Test
  void extensionLinesAreReadOverAndNeverWritten() {
    assertThat(read(SOFA + "more\nand more\n")).isEqualTo(read(SOFA));
    assertThat(read(SOFA + "more\n").text()).isEqualTo(SOFA);
  }

  @Test
  void theEmptyTreeAndTheLargestOneHaveACheckpoint() {
    assertThat(read("a b+c\n0\n" + ROOT + "\n").origin()).isEqualTo("a b+c");
    assertThat(read("a\n9223372036854775807\n" + ROOT + "\n").size()).isEqualTo(Long.MAX_VALUE);
    assertThat(read(new Checkpoint("a", 0, Tree.EMPTY).text()).root()).isEqualTo(Tree.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a\n1\n",
        "a\n1\n" + ROOT,
        "\n1\n" + ROOT + "\n",
        "a\n\n" + ROOT + "\n",
        "a\n01\n" + ROOT + "\n",
        "a\n00\n" + ROOT + "\n",
        "a\n+1\n" + ROOT + "\n",
        "a\n-1\n" + ROOT + "\n",
        "a\n1 \n" + ROOT + "\n",
        "a\n\u0661\n" + ROOT + "\n",
        "a\n0x1\n" + ROOT + "\n",
        "a\n9223372036854775808\n" + ROOT + "\n",
        "a\n1\n" + ROOT + "\n\n",
        "a\n1\n" + ROOT + "\n\nmore\n",
        "a\n1\n" + ROOT + "\r\n",
        "a\t\n1\n" + ROOT + "\n",
        "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
        "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
        "a\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n",
        "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
        "a\n1\n" + ROOT + ROOT + "\n"
      })
  void whatIsNoCheckpointIsUnreadable(String text) {
    assertThat(Checkpoint.parse(text)).isInstanceOf(Checkpoint.Unreadable.class);
  }

  @Test
  void anOriginIsOneLineOfUpTo255Bytes() {
    assertThat(read("\u00e4".repeat(127) + "a\n1\n" + ROOT + "\n").size()).isEqualTo(1);
    assertThat(Checkpoint.parse("\u00e4".repeat(128) + "\n1\n" + ROOT + "\n"))
        .isInstanceOf(Checkpoint.Unreadable.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\n7", 0, Tree.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, Tree.EMPTY));
  }

  private static Checkpoint read(String text) {
    return switch (Checkpoint.parse(text)) {
      case Checkpoint.Read(var checkpoint) -> checkpoint;
      case Checkpoint.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }
}
