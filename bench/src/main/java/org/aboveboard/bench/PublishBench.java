package org.aboveboard.bench;

import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.server.House;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.journal.Shelf;
import org.aboveboard.verifier.witness.Witness;

/// How long after its acknowledgement a consent change is covered by the published checkpoint,
/// under load, without and with a witness on this machine whose cosignature the policy wants; how
/// fast entries become tiles; and how fast subjects' keys are wrapped anew by a roll.
///
/// Usage: `PublishBench SECONDS CLIENTS RUNS ENTRIES PEOPLE`, with the system property
/// `aboveboard.root`.
public final class PublishBench {
  private static final How HOW = new How("api", "shop", false);
  private static final int CHUNK = 5_000;

  private final Premises premises;
  private final House house;

  private PublishBench(Premises premises) {
    this.premises = premises;
    this.house = premises.house();
  }

  public static void main(String... arguments) throws Exception {
    double seconds = Double.parseDouble(arguments[0]);
    int clients = Integer.parseInt(arguments[1]);
    int runs = Integer.parseInt(arguments[2]);
    int entries = Integer.parseInt(arguments[3]);
    int people = Integer.parseInt(arguments[4]);
    try (Premises premises = Premises.open()) {
      PublishBench bench = new PublishBench(premises);
      bench.delays("one node", clients, seconds, runs);
      bench.sequence(entries, runs);
      bench.roll(people, runs);
    }
    try (Premises first = Premises.open()) {
      Cosigner key =
          Cosigner.of("bench.invalid/witness", KeyKind.COSIGNATURE_ED25519, new byte[32]);
      try (Witness witness =
          Witness.start(
              0,
              Files.createTempDirectory(first.folder(), "witness"),
              key,
              List.of(first.house().ledger().key()),
              InstantSource.system())) {
        Files.writeString(
            first.folder().resolve("ledger").resolve("policy"),
            "log %s\nwitness w %s %s\nquorum w\n"
                .formatted(
                    first.house().ledger().key().format(),
                    key.verifier().format(),
                    witness.address()));
        first.house().close();
        Premises again = Premises.in(first.folder());
        new PublishBench(again).delays("with a witness", clients, seconds, runs);
        System.out.println(again.house().ledger().witnesses());
        again.house().close();
      }
    }
  }

  private record Acknowledged(long index, long at) {}

  private void delays(String what, int clients, double seconds, int runs) throws Exception {
    for (int run = 0; run <= runs; run++) {
      var waiting = new ConcurrentLinkedQueue<Acknowledged>();
      var isOver = new AtomicBoolean();
      List<Long> delays = Collections.synchronizedList(new ArrayList<>());
      Thread watcher = Thread.ofPlatform().start(() -> watch(waiting, isOver, delays));
      Took took = Clients.run(clients, seconds, (client, turn) -> change(client, turn, waiting));
      isOver.set(true);
      watcher.join();
      System.out.printf(
          "%s %s, %d clients: changes %s%n  acknowledged to published: %s%n",
          run == 0 ? "warm-up" : "run " + run,
          what,
          clients,
          took.words(),
          Took.of(delays.stream().map(delay -> new long[] {delay}).toList(), took.seconds())
              .words());
    }
  }

  private long change(int client, int turn, ConcurrentLinkedQueue<Acknowledged> waiting) {
    String name = "u:" + client + "-" + turn / 2 % 20;
    String prompt = turn % 2 == 0 ? premises.ask(name) : "";
    long from = System.nanoTime();
    Settled settled =
        turn % 2 == 0
            ? house.consents().answer(name, prompt, Reply.YES, HOW)
            : house.consents().withdraw(name, premises.suggestions(), HOW);
    long now = System.nanoTime();
    if (!(settled instanceof Settled.Done done)) {
      throw new IllegalStateException("not done");
    }
    waiting.add(new Acknowledged(done.index(), now));
    return now - from;
  }

  private void watch(
      ConcurrentLinkedQueue<Acknowledged> waiting, AtomicBoolean isOver, List<Long> delays) {
    long seen = house.ledger().size();
    try {
      while (!isOver.get() || !waiting.isEmpty()) {
        if (!house.ledger().await(seen, Duration.ofMillis(200))) {
          continue;
        }
        long now = System.nanoTime();
        seen = house.ledger().size();
        for (var all = waiting.iterator(); all.hasNext(); ) {
          Acknowledged one = all.next();
          if (one.index() < seen) {
            delays.add(Math.max(0, now - one.at()));
            all.remove();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Entries that come at once, from the commit until they are published; up to a second of it is
  /// the wait for the next round.
  private void sequence(int entries, int runs) throws Exception {
    for (int run = 0; run <= runs; run++) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        marks.add(Mark.of(Kind.RETENTION, i));
      }
      house.journal().write(NOWHERE, marks);
      long from = System.nanoTime();
      long last = house.ledger().size() + entries - 1;
      house.ledger().await(last, Duration.ofMinutes(5));
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s sequenced: %,d entries in %.2f s = %,.0f/s%n",
          run == 0 ? "warm-up" : "run " + run,
          entries,
          seconds,
          entries / seconds);
    }
  }

  private static final Shelf<Mark> NOWHERE =
      new Shelf<>() {
        @Override
        public List<Verdict> judge(Connection connection, List<Mark> leaves) {
          return Collections.nCopies(leaves.size(), Verdict.WRITE);
        }

        @Override
        public void put(Connection connection, List<Mark> leaves, long first) {
          // entries about the server alone have no rows
        }
      };

  private void roll(int people, int runs) {
    for (int at = 0; at < people; at += CHUNK) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < CHUNK; i++) {
        names.add("u:roll-" + (at + i));
      }
      house.subjects().enrol(names);
    }
    for (int run = 0; run <= runs; run++) {
      long from = System.nanoTime();
      var rolled = house.roll().roll();
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s roll of %,d people and more in %.2f s, at least %,.0f/s: %s%n",
          run == 0 ? "warm-up" : "run " + run,
          people,
          seconds,
          people / seconds,
          rolled);
    }
  }
}
