package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Segment's own SDKs, unmodified, against the whole server: what they send is kept, once, and they
/// know it.
@QuarkusTest
@TestProfile(Instance.class)
class SdkTest {
  private static final String NODE_SDK = "@segment/analytics-node@3.1.0";

  @Inject Keys keys;

  private Calls calls;

  @BeforeEach
  void open() {
    calls = Calls.running();
    keys.adopt(Kind.WRITE, "wk_sdk");
    keys.adopt(Kind.SECRET, "sk_sdk");
  }

  @Test
  void theJavaSdkDeliversOnce() throws IOException, InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Analytics analytics = sdk("wk_sdk", told);
    try {
      analytics.enqueue(order("sdk-java", "java-1"));
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("success");
    } finally {
      analytics.shutdown();
    }
    assertThat(told).as("told once").isEmpty();
    assertKeptOnce("sdk-java", "java-1");
  }

  @Test
  void theJavaSdkGivesUpOnAKeyNobodyKnows() throws InterruptedException {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Analytics analytics = sdk("wk_unknown", told);
    try {
      analytics.enqueue(order("sdk-java", "java-2"));
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("failure");
    } finally {
      analytics.shutdown();
    }
  }

  @Test
  void theNodeSdkDeliversOnce() throws IOException, InterruptedException {
    Path folder = nodeSdk();
    String said = run(folder, "node", "track.mjs", calls.base().toString(), "wk_sdk", "node-1");
    assertThat(said.lines().filter("SUCCESS"::equals)).hasSize(1);
    assertThat(said.lines().filter("REQUEST"::equals)).hasSize(1);
    assertKeptOnce("sdk-node", "node-1");
  }

  private Analytics sdk(String writeKey, BlockingQueue<String> told) {
    return Analytics.builder(writeKey)
        .endpoint(calls.base().toString())
        .flushQueueSize(1)
        .callback(
            new Callback() {
              @Override
              public void success(Message message) {
                told.add("success");
              }

              @Override
              public void failure(Message message, Throwable why) {
                told.add("failure");
              }
            })
        .build();
  }

  private static TrackMessage.Builder order(String user, String messageId) {
    return TrackMessage.builder("Order Completed")
        .userId(user)
        .messageId(messageId)
        .properties(Map.of("order_id", "o-1", "products", List.of(Map.of("product_id", "sku-1"))))
        .context(Map.of("consent", Map.of("categoryPreferences", Map.of("personalization", true))));
  }

  /// The same message once more, with the secret key, is known already.
  private void assertKeptOnce(String user, String messageId)
      throws IOException, InterruptedException {
    String again =
        """
        {"event":"Order Completed","userId":"%s","messageId":"%s",
         "properties":{"order_id":"o-1","products":[{"product_id":"sku-1"}]}}\
        """
            .formatted(user, messageId);
    assertThat(calls.post("/v1/track", again, "Authorization", Calls.basic("sk_sdk")).body())
        .startsWith("{\"success\":true,\"accepted\":0,\"repeated\":1,");
  }

  private static Path nodeSdk() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target/node-sdk"));
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
    try (var script = SdkTest.class.getResourceAsStream("/wire/track.mjs")) {
      assertThat(script).isNotNull();
      Files.write(folder.resolve("track.mjs"), script.readAllBytes());
    }
    assumeTrue(has("node"), "Node is not on this machine");
    if (Files.notExists(folder.resolve("node_modules/@segment/analytics-node"))) {
      run(folder, "npm", "install", "--no-audit", "--no-fund", NODE_SDK);
    }
    assumeTrue(
        Files.exists(folder.resolve("node_modules/@segment/analytics-node")),
        "the Node SDK could not be installed");
    return folder;
  }

  private static boolean has(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }
}
