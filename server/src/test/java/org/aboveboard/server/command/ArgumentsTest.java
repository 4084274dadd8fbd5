package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @TempDir Path folder;

  @Test
  void helpListsEveryCommandInOneLineEach() {
    Typed help = Typed.of("help");
    assertThat(help.code()).isZero();
    for (Command command : Commands.all()) {
      assertThat(help.said().lines().filter(line -> line.startsWith("  " + command.name() + " ")))
          .as(command.name())
          .hasSize(1);
    }
    assertThat(Typed.of().said()).isEqualTo(help.said());
  }

  @Test
  void everyCommandExplainsItsOptions() {
    for (Command command : Commands.all()) {
      Typed help = Typed.of(command.name(), "--help");
      assertThat(help.code()).isZero();
      for (Option option : command.options()) {
        assertThat(help.said()).contains(option.typed(), option.says());
      }
    }
  }

  @Test
  void whatIsNotKnownIsRefusedWithACure() {
    refused("There is no command \"dance\"", "dance");
    refused("evaluate knows no --speed", "evaluate", "--speed", "9");
    refused("--data needs a value", "evaluate", "--data");
    refused("--data needs a value", "evaluate", "--data", "--salt");
    refused("--fresh takes no value", "demo", "--fresh=yes");
    refused("We do not know what to do with \"now\"", "serve", "now");
    refused("--port is not a whole number from 1 to 65535", "serve", "--port", "80000");
    refused("--xi is not a number from 0 to 1", "evaluate", "--data", "x", "--xi", "2");
    refused("--xi is not a number from 0 to 1", "evaluate", "--data", "x", "--xi", "NaN");
    refused("The data set is missing", "evaluate");
    refused("There is no folder at", "evaluate", "--data", folder.resolve("nowhere").toString());
    refused("We found no data set we can read", "evaluate", "--data", folder.toString());
    refused("The backup is missing", "restore");
    refused("There are too many words", "restore", "a", "b");
    refused("It is not said what to do with which key", "key", "forge");
    refused("It is not said which records to replay", "replay");
    refused("no host", "serve", "--host", "no host.invalid", "--port", "8099");
  }

  private static void refused(String why, String... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.code()).as(typed.said()).isEqualTo(2);
    if (!why.equals("no host")) {
      assertThat(typed.said()).contains(why);
    }
    assertThat(typed.said()).doesNotContain("Exception", "\tat ");
    assertThat(typed.said().strip().lines().count()).as(typed.said()).isGreaterThan(1);
  }

  @Test
  void aPolicyWithFaultsStartsNothing() throws Exception {
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("organisation.yaml"), "name: [\n");
    Path data = folder.resolve("data");
    Typed typed = Typed.of("serve", "--policy", policy.toString(), "--data", data.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("organisation.yaml:");
    assertThat(data).doesNotExist();
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path data = folder.resolve("data");
      String port = Integer.toString(taken.getLocalPort());
      Typed typed = Typed.of("serve", "--port", port, "--data", data.toString());
      assertThat(typed.code()).isEqualTo(2);
      assertThat(typed.said()).contains("Port " + port, "--port");
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void settingsComeFromTheEnvironmentUnlessTheyAreTyped() throws Exception {
    Map<String, String> environment =
        Map.of("ABOVEBOARD_PORT", "1234", "ABOVEBOARD_DATA", "there", "ABOVEBOARD_LAMBDA", "1");
    Arguments silent = Arguments.read(new Serve(), List.of(), environment);
    assertThat(silent.values()).isEqualTo(Map.of("port", "1234", "data", "there"));
    Arguments typed = Arguments.read(new Serve(), List.of("--port=99", "--", "--x"), environment);
    assertThat(typed.whole("port", 8080, 1, 65_535)).isEqualTo(99);
    assertThat(typed.words()).containsExactly("--x");
    // a data set is no setting: the folder of an instance must not become one
    assertThat(Arguments.read(new Evaluate(), List.of(), environment).has("data")).isFalse();
  }
}
