package org.aboveboard.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicLong seconds = new AtomicLong();
  private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.get());

  private String run(boolean terminal, int steps, long expected) {
    Progress progress =
        Progress.of(new PrintStream(written, true, UTF_8), terminal, clock, "Reading", expected);
    for (int k = 0; k < steps; k++) {
      seconds.set(k / 1024);
      progress.step();
    }
    progress.finish();
    return written.toString(UTF_8);
  }

  @Test
  void onATerminalOneLineIsDrawnOver() {
    assertThat(run(true, 50_000, 50_000))
        .contains("\rReading [############------------]")
        .contains("100 %  50,000 in 48 s")
        .containsOnlyOnce(System.lineSeparator());
  }

  @Test
  void elsewhereALineIsWrittenEveryTenthAndNoneIsDrawnOver() {
    assertThat(run(false, 50_000, 50_000).lines()).hasSizeBetween(9, 11);
    assertThat(written.toString(UTF_8))
        .doesNotContain("\r[")
        .endsWith("in 48 s" + System.lineSeparator());
  }

  @Test
  void aWrongGuessOfTheTotalNeverShowsMoreThanAll() {
    assertThat(run(true, 50_000, 10)).doesNotContain("101").contains("100 %  50,000");
    assertThat(run(false, 0, 0)).contains("0 %, 0");
  }
}
