package org.aboveboard.verifier.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.SignerKey;
import org.aboveboard.ledger.witness.AddCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rollbacks, forks, same sizes with other roots, and many at once, over HTTP.
class NeverAForkTest {
  private static final int SIZE = 40;
  private static final int COMMON = 3;
  private static final Cosigner KEY =
      Cosigner.of("witness.example/w1", KeyKind.COSIGNATURE_ML_DSA_44, new byte[32]);

  private final long seed = Long.getLong("aboveboard.seed", System.nanoTime());
  @TempDir private Path folder;

  /// One log that tells two stories.
  private record Liar(List<History> stories) {
    static Liar named(String origin) {
      var honest = History.of(SignerKey.of(origin, new byte[32]), SIZE);
      return new Liar(List.of(honest, honest.forkedAt(COMMON)));
    }

    History story(RandomGenerator random) {
      return stories.get(random.nextInt(stories.size()));
    }
  }

  /// A request, and what was asked for.
  private record Asked(History story, int from, int to, boolean isSound) {
    static Asked draw(RandomGenerator random, Liar log, int last) {
      int from = random.nextInt(4) == 0 ? random.nextInt(SIZE + 1) : last;
      int near = Math.min(SIZE, from + random.nextInt(4));
      int to = random.nextInt(4) == 0 ? random.nextInt(SIZE + 1) : near;
      return new Asked(log.story(random), from, to, random.nextInt(8) != 0);
    }

    String body() {
      var right = story.request(from, to);
      var wrong = new ArrayList<>(right.proof());
      wrong.add(Hash.sha256());
      return isSound ? right.format() : new AddCheckpoint(from, wrong, right.note()).format();
    }

    int status(int last, Hash root) {
      if (from > to) {
        return 400;
      }
      if (from != last) {
        return 409;
      }
      return isSound && (last == 0 || story.root(last).equals(root)) ? 200 : 422;
    }
  }

  @Test
  void eachRequestGetsTheAnswerOfASimpleModel() throws IOException {
    var random = new SplittableRandom(seed);
    var logs = List.of(Liar.named("example.com/a"), Liar.named("example.com/b"));
    for (int round = 0; round < 10; round++) {
      try (var witness = start(folder.resolve("model" + round), logs)) {
        var caller = new Caller(witness.address());
        for (var log : logs) {
          agree(caller, log, random);
        }
      }
    }
  }

  private void agree(Caller caller, Liar log, RandomGenerator random) throws IOException {
    int last = 0;
    var root = Hash.sha256();
    for (int i = 0; i < 40; i++) {
      var asked = Asked.draw(random, log, last);
      var heard = caller.add(asked.body());
      assertThat(heard.status())
          .as("seed %d, %d to %d, seen %d", seed, asked.from(), asked.to(), last)
          .isEqualTo(asked.status(last, root));
      if (heard.status() == 409) {
        assertThat(heard.body()).isEqualTo(last + "\n");
      }
      if (heard.status() == 200) {
        last = asked.to();
        root = asked.story().root(last);
        assertThat(heard.over(asked.story().note(last)).verify(KEY.verifier()))
            .isEqualTo(WitnessTest.VERIFIED);
      }
    }
  }

  @Test
  void manyAtOnceNeverGetCosignaturesForAFork() throws Exception {
    for (int round = 0; round < 8; round++) {
      var log = Liar.named("example.com/round" + round);
      Map<Integer, Hash> cosigned = new ConcurrentHashMap<>();
      try (var witness = start(folder.resolve("round" + round), List.of(log));
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var calls = new ArrayList<Callable<Boolean>>();
        for (int thread = 0; thread < 12; thread++) {
          var random = new SplittableRandom(seed + 100L * round + thread);
          calls.add(() -> climb(new Caller(witness.address()), log, random, cosigned));
        }
        for (var done : threads.invokeAll(calls)) {
          assertThat(done.get()).as("two roots of one size, seed %d", seed).isTrue();
        }
      }
      var story = log.stories().stream().filter(one -> holds(one, cosigned)).findAny();
      assertThat(cosigned).as("seed %d", seed).isNotEmpty();
      assertThat(story).as("a fork was cosigned, seed %d", seed).isPresent();
    }
  }

  /// Asks for one step after another and remembers what was cosigned; whether no size had two
  /// roots.
  private static boolean climb(
      Caller caller, Liar log, RandomGenerator random, Map<Integer, Hash> cosigned)
      throws IOException {
    int last = 0;
    boolean isOne = true;
    for (int i = 0; i < 12; i++) {
      var asked = Asked.draw(random, log, last);
      var heard = caller.add(asked.body());
      if (heard.status() == 409) {
        last = Integer.parseInt(heard.body().strip());
      }
      if (heard.status() == 200) {
        last = asked.to();
        var root = asked.story().root(last);
        isOne &= cosigned.computeIfAbsent(last, _ -> root).equals(root);
      }
    }
    return isOne;
  }

  private static boolean holds(History story, Map<Integer, Hash> cosigned) {
    return cosigned.entrySet().stream()
        .allMatch(entry -> story.root(entry.getKey()).equals(entry.getValue()));
  }

  private static Witness start(Path folder, List<Liar> logs) throws IOException {
    var keys = logs.stream().map(log -> log.stories().getFirst().key().verifier()).toList();
    return Witness.start(0, folder, KEY, keys, WitnessTest.NOON);
  }
}
