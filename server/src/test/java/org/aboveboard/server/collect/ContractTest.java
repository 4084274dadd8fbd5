package org.aboveboard.server.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.HeldKeys;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.access.MovedClock;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.junit.jupiter.api.Test;

/// What real SDKs were seen to send, replayed.
class ContractTest {
  private static final Pattern ADDRESS = Pattern.compile("> POST /v1/([a-z]+)/?(?: .*)?");
  private static final Pattern BASIC = Pattern.compile("\"authorization\":\"(Basic [^\"]+)\"");

  private final MovedClock clock = new MovedClock("2026-11-23T15:41:50Z");
  private final Keys keys = HeldKeys.keys(clock, 3);
  private final HeldIntake intake = new HeldIntake();
  private final Reception reception =
      new Reception(
          Limits.PROTOCOL, keys, new Rates(100, 1_000), Carriers.open(new Heard()), intake, clock);

  /// The shape of each SDK's request, retyped: key in the body, in the header, as plain text.
  @Test
  void theShapesOfTheSdksAreTaken() throws IOException {
    keys.adopt(Kind.WRITE, "wk_demo");
    String message =
        """
        {"type":"track","event":"Product Viewed","messageId":"%s","userId":"u1","integrations":{},
         "properties":{"product_id":"sku-1"},"timestamp":"2026-11-23T15:41:11.646Z",
         "context":{"consent":{"categoryPreferences":{"personalization":true,"advertising":false}}}}\
        """;
    List<Mailed> requests =
        List.of(
            Mailed.to(
                "import",
                "{\"batch\":[%s],\"sentAt\":\"2026-11-23T15:41:11.798Z\",\"sequence\":1,\"writeKey\":\"wk_demo\"}"
                    .formatted(message.formatted("java"))),
            Mailed.to("batch", "{\"batch\":[%s]}".formatted(message.formatted("node")))
                .as("wk_demo"),
            Mailed.to("t", message.formatted("browser")).typed("text/plain").as("wk_demo"),
            Mailed.to(
                    "b",
                    Mailed.gzip(
                        "{\"batch\":[%s],\"writeKey\":\"wk_demo\"}"
                            .formatted(message.formatted("phone"))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .encoded("gzip")
                .typed("text/plain"));
    for (Mailed request : requests) {
      assertThat(reception.receive(request.delivery())).isEqualTo(Reply.DONE);
    }
    assertThat(intake.messages())
        .hasSize(4)
        .allSatisfy(taken -> {
          assertThat(taken.name()).contains("Product Viewed");
          assertThat(taken.subject()).isEqualTo("u:u1");
          assertThat(taken.sent().preferences().allowed())
              .isEqualTo(Map.of("personalization", true, "advertising", false));
        });
  }

  @Test
  void theCapturesOfRealSdksAreTaken() throws IOException {
    Path folder = shared().resolve("data/wire");
    assumeTrue(Files.isDirectory(folder), "the wire captures are not on this machine");
    keys.adopt(Kind.WRITE, "wk_demo");
    List<Mailed> requests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder).sorted()) {
      for (Path file : files.toList()) {
        requests.addAll(requests(Files.readAllLines(file)));
      }
    }
    assertThat(requests).hasSizeGreaterThanOrEqualTo(5);
    for (Mailed request : requests) {
      assertThat(reception.receive(request.delivery())).isEqualTo(Reply.DONE);
    }
    assertThat(intake.messages())
        .hasSize(requests.size())
        .allSatisfy(message -> assertThat(message.subject()).isEqualTo("u:u1"))
        .allSatisfy(message -> assertThat(message.body().has("writeKey")).isFalse());
  }

  private static List<Mailed> requests(List<String> lines) {
    List<Mailed> requests = new ArrayList<>();
    String call = "";
    Optional<String> authorization = Optional.empty();
    for (String line : lines) {
      Matcher address = ADDRESS.matcher(line);
      if (address.matches()) {
        call = address.group(1);
        authorization = Optional.empty();
      }
      Matcher basic = BASIC.matcher(line);
      if (basic.find()) {
        authorization = Optional.of(basic.group(1));
      }
      if (line.contains("\"messageId\"")) {
        Mailed sent = Mailed.to(call, line.substring(line.indexOf('{'))).typed("text/plain");
        requests.add(authorization.map(sent::header).orElse(sent));
      }
    }
    return requests;
  }

  private static Path shared() {
    String named = System.getProperty("aboveboard.shared");
    return named != null
        ? Path.of(named)
        : Stream.of(Path.of("../../shared"), Path.of("../shared"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared"));
  }
}
