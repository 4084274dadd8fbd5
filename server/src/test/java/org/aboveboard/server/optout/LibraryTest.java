package org.aboveboard.server.optout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.iab.gpp.encoder.GppModel;
import com.iab.gpp.encoder.error.DecodingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What the bare library does with strings that our door keeps from it. If one of these fails after
/// an upgrade, the library has got better; the door stays.
class LibraryTest {
  /// Issue 44 said it of a string without a GPP header, which version 3.2.4 survives. It does not
  /// survive this one, which has a good header and is shorter than what we take.
  @Test
  void fourThousandLettersAreMoreThanTheLibraryCanUnfoldIn64Megabytes() throws Exception {
    assertThat(run("library", 4_000)).contains("3999 letters", "OutOfMemoryError");
    assertThat(run("library", 8_000)).contains("8003 letters", "OutOfMemoryError");
  }

  @Test
  void theDoorReadsThePurposesOfThatStringInTheSameMemory() throws Exception {
    assertThat(run("door", 4_000)).contains("Said[consented=[1], interests=[], conflicts=[]] []");
    assertThat(run("door", 8_000)).contains("Closed[]", "longer than 4096");
  }

  /// Issue 33 asks for one kind of exception; a header without its section still throws another.
  @Test
  void aHeaderWithoutItsSectionMakesTheLibraryStumble() {
    assertThatThrownBy(() -> new GppModel("DBABL").getSectionIds())
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new GppModel("RandomString").getSectionIds())
        .isInstanceOf(DecodingException.class);
  }

  /// We take it for a string that was cut short.
  @Test
  void theLibraryTakesASectionOfNoLettersForOneThatSaysNoToNothing() {
    assertThat(new GppModel("DBABrw~~BAAAAABA.QA").getUsNatSection().getSaleOptOut()).isZero();
  }

  private static String run(String how, int letters) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                how,
                Integer.toString(letters))
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);
    child.waitFor();
    return said;
  }
}
