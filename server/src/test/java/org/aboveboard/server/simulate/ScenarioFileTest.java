package org.aboveboard.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ScenarioFileTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("aboveboard.root", "..")).resolve("scenarios");

  private static final String WHOLE =
      """
      question: What happens?
      policy: bookshop
      seed: 1
      people: 20
      items: 60
      rounds: 10
      listLength: 6
      """;

  @TempDir Path folder;

  static List<Path> shipped() throws Exception {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyScenarioThatCameWithAboveboardReads(Path file) throws Exception {
    assertThat(ScenarioFile.read(file).question()).endsWith("?");
  }

  @Test
  void whatIsLeftOutHasAHarmlessValue() throws Exception {
    Scenario read = ScenarioFile.read(written(WHOLE));
    assertThat(read.surface()).isEqualTo("home-row");
    assertThat(read.start()).isEqualTo(new Scenario.Start(8, 1));
    assertThat(read.happens()).isEqualTo(new Happening.Nothing());
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() throws Exception {
    assertFaults(
        "question: What happens?\n",
        "'policy' is missing",
        "'seed' is missing",
        "'people' is missing",
        "'items' is missing",
        "'rounds' is missing",
        "'listLength' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people: 20    | people: 0          | from 4 to 5000
          people: 20    | people: twenty     | from 4 to 5000
          seed: 1       | seed: -1           | from 0 to
          seed: 1       | seed: 1.5          | whole number
          items: 60     | items: 1000000     | from 20 to 5000
          rounds: 10    | rounds: 501        | from 1 to 500
          rounds: 10    | rounds: NaN        | from 1 to 500
          items: 60     | items: 23          | People would have had everything
          listLength: 6 | listLength: [6]    | is not one value
          listLength: 6 | listLength: ''     | is empty
          listLength: 6 | acceptance: 2      | from 0 to 1
          policy        | polcy              | There is no key 'polcy'
          """)
  void whatCannotBeSimulatedIsToldWithItsLineAndItsCure(String good, String bad, String told)
      throws Exception {
    assertThatThrownBy(() -> ScenarioFile.read(written(WHOLE.replace(good, bad))))
        .isInstanceOf(UnreadableScenario.class)
        .hasMessageMatching("(?s)s\\.yaml:\\d+: .*(Write|Remove|Fill).*")
        .hasMessageContaining(told);
  }

  @Test
  void tooManyListsAreRefused() throws Exception {
    String many =
        WHOLE
            .replace("people: 20", "people: 5000")
            .replace("rounds: 10", "rounds: 500")
            .replace("items: 60", "items: 5000");
    assertFaults(many, "takes hours");
  }

  @Test
  void oneThingHappens() throws Exception {
    assertFaults(WHOLE + "happens: {}\n", "here are 0");
    assertFaults(WHOLE + "happens: {explodes: {round: 2}}\n", "no key 'explodes'");
    assertFaults(WHOLE + "happens: soon\n", "has no keys of its own");
    assertFaults(
        WHOLE + "happens: {stops: {segment: moon, round: 11}}\n",
        "Nobody lives in 'moon'",
        "from 1 to 10");
    assertFaults(
        WHOLE + "happens: {pushes: {round: 2, accounts: 3}, changes: {round: 2, policy: x}}\n",
        "here are 2");
  }

  @Test
  void whatIsNoYamlOrNoFileIsTold() throws Exception {
    assertFaults("question: [\n", "s.yaml:");
    assertFaults("", "empty");
    assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(UnreadableScenario.class)
        .hasMessageContaining("cannot be read");
    Files.write(folder.resolve("s.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("s.yaml")))
        .isInstanceOf(UnreadableScenario.class);
  }

  private void assertFaults(String text, String... told) throws Exception {
    Path file = written(text);
    assertThatThrownBy(() -> ScenarioFile.read(file))
        .isInstanceOf(UnreadableScenario.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(told));
  }

  private Path written(String text) throws Exception {
    return Files.writeString(folder.resolve("s.yaml"), text);
  }
}
