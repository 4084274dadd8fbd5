package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.verifier.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A witness that is killed while it answers.
class KillTest {
  private static final int CYCLES = 8;
  private static final int MOST_ANSWERS = 12;

  private final long seed = Long.getLong("aboveboard.seed", System.nanoTime());
  private final SignerKey key = SignerKey.of("example.com/log", new byte[32]);
  private final History honest = History.of(key, 2_000);
  private final History forked = honest.forkedAt(0);
  @TempDir private Path folder;

  /// How far a log got with a witness that lives for a while.
  private record Climb(
      AtomicInteger sent, AtomicInteger answered, AtomicInteger odd, Semaphore answers) {
    static Climb from(int size) {
      return new Climb(
          new AtomicInteger(size), new AtomicInteger(size), new AtomicInteger(), new Semaphore(0));
    }

    /// Sends one step after another until nobody answers any more, or oddly.
    void run(Caller caller, History story) {
      try {
        while (odd.get() == 0) {
          int from = answered.get();
          sent.set(from + 1);
          int status = caller.add(story.request(from, from + 1).format()).status();
          odd.set(status == 200 ? 0 : status);
          answered.set(from + 1);
          answers.release();
        }
      } catch (IOException _) {
        // the witness was killed before it answered
      } finally {
        answers.release(MOST_ANSWERS);
      }
    }
  }

  @Test
  void whatWasAnsweredOutlivesAKill() throws Exception {
    var random = new SplittableRandom(seed);
    var climb = Climb.from(0);
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      var last = climb;
      climb = lived(random, last, cycle == 0);
      assertThat(climb.odd().get()).as("seed %d", seed).isZero();
      assertThat(climb.answered().get()).as("seed %d", seed).isGreaterThan(last.answered().get());
    }
  }

  /// One life of a witness: it knows what the one before it answered, climbs on, and is killed.
  private Climb lived(RandomGenerator random, Climb last, boolean isFirst) throws Exception {
    var process =
        new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).startsWith("witness ");
      var caller = new Caller(out.readLine().substring("address ".length()));
      var climb = Climb.from(isFirst ? 0 : remembered(caller, last));
      var thread = Thread.ofVirtual().start(() -> climb.run(caller, honest));
      climb.answers().acquire(1 + random.nextInt(MOST_ANSWERS));
      process.destroyForcibly().waitFor();
      thread.join();
      return climb;
    } finally {
      process.destroyForcibly();
    }
  }

  /// The size that the witness remembers, once it is checked.
  private int remembered(Caller caller, Climb last) throws IOException {
    int size = Integer.parseInt(caller.add(honest.request(0, 1).format()).body().strip());
    assertThat(size).as("seed %d", seed).isBetween(last.answered().get(), last.sent().get());
    for (int to : List.of(size, size + 1)) {
      assertThat(caller.add(forked.request(size, to).format()).status()).isEqualTo(422);
    }
    return size;
  }

  private List<String> command() throws URISyntaxException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = place(Main.class) + File.pathSeparator + place(Hash.class);
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classes,
        "org.aboveboard.verifier.Main",
        "witness",
        "--port",
        "0",
        "--folder",
        folder.toString(),
        "--log",
        key.verifier().format());
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
