package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.evaluation.Report;
import org.aboveboard.server.evaluation.Report.Answer;

/// A made-up evaluation, a policy with a limit, and the people who can release its model, in tests.
public final class Evaluated {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module());

  private Evaluated() {}

  /// The draft with a limit for its model that the ethics officer may override.
  public static Draft limited(Draft draft) {
    return draft.replace(
        "models/what-goes-together.yaml",
        "limits:\n",
        "overriddenBy: [ethics-officer]\nlimits:\n  gap: {atMost: 0.05}\n");
  }

  /// Makes somebody's key by the command and declares them.
  public static void join(Draft draft, String id, String role, Path key) {
    String made = Typed.of("approve", "--new-key", key.toString()).said();
    String line = made.lines().filter(one -> one.startsWith("key: ")).findFirst().orElseThrow();
    draft.write("people/" + id + ".yaml", "name: N. N.\nrole: " + role + "\n" + line + "\n");
  }

  /// Writes the file of an evaluation that chose a model and measured this gap.
  public static void write(Path file, String chosen, double gap) throws IOException {
    Files.writeString(file, MAPPER.writeValueAsString(report(chosen, gap)));
  }

  static Report report(String chosen, double gap) {
    return new Report(
        "aboveboard-evaluation@v1",
        new Report.Data("made-up", "salt", 100, 500, 50, 50, 20),
        List.of(new Report.Model(chosen, 0.3, 0.4, 0.2, 0.31, 0.5, 0.2, 0.29, 0.33, 0.3)),
        chosen,
        List.of(
            new Report.Segment(
                "age",
                "everybody",
                1,
                List.of(
                    new Report.Group(
                        "60 and over",
                        Optional.of(120),
                        Optional.of(0.28),
                        Optional.of(0.27),
                        Optional.of(0.29),
                        Optional.empty()),
                    new Report.Group(
                        "under 20",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("fewer than 20 people"))),
                answer(gap))),
        List.of(),
        List.of(new Report.Named("coverage", "share of items in some list", answer(0.7))),
        List.of(),
        List.of(),
        List.of(new Report.Held("gap", "at most", 0.05, answer(gap), gap <= 0.05)));
  }

  private static Answer answer(double value) {
    return new Answer(Optional.of(value), Optional.empty());
  }

  /// What is typed to release the model.
  public static String[] typed(
      Draft draft, Path evaluation, String person, Path key, String until) {
    return new String[] {
      "release",
      "--policy",
      draft.toString(),
      "--evaluation",
      evaluation.toString(),
      "--as",
      person,
      "--key",
      key.toString(),
      "--why",
      "it keeps  to its limits",
      "--until",
      until
    };
  }
}
