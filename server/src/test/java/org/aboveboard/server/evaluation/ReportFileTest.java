package org.aboveboard.server.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.server.command.Evaluated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {
  @TempDir private Path folder;

  @Test
  void whatServersRunIsReadFromItsName() throws Exception {
    assertThat(ReportFile.chosen(report("EASE 5"))).contains(new Entrant.Dense(5, 0));
    for (Entrant.Dense dense :
        new Entrant.Dense[] {
          new Entrant.Dense(200, 0), new Entrant.Dense(0.25, 0.5), new Entrant.Dense(1e16, 1)
        }) {
      assertThat(ReportFile.chosen(report(dense.name()))).as(dense.name()).contains(dense);
    }
    assertThat(ReportFile.chosen(report("local ridge 100, 5"))).isEmpty();
    assertThat(ReportFile.chosen(report("popularity"))).isEmpty();
  }

  @Test
  void whatIsNoReportIsNothing() {
    for (String text : new String[] {"", "null", "[]", "{}", "{\"format\":\"x\"}", "\u0000"}) {
      assertThat(ReportFile.read(text.getBytes(UTF_8))).as(text).isEmpty();
    }
  }

  private Report report(String chosen) throws Exception {
    Path file = folder.resolve("evaluation.json");
    Evaluated.write(file, chosen, 0.01);
    return ReportFile.read(Files.readAllBytes(file)).orElseThrow();
  }
}
