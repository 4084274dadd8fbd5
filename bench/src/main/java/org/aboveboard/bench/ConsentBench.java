package org.aboveboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aboveboard.policy.Evidence;
import org.aboveboard.server.House;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Consents.Brought;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.rights.Choose;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subject;

/// Consent changes acknowledged in a second, each with its entry of the ledger, in one process.
///
/// Each client has its share of the people, who are known already, and lets one after the other
/// answer a new prompt with yes and withdraw. Measured is a change from the call to the
/// acknowledgement: durable, and heard by every node. The ways:
///
/// - `change`: [Consents], the change itself;
/// - `effect`: [Choose], which for a withdrawal also waits until rows are deleted and the model has
///   followed;
/// - `journal`: rows with entries and chained commitments alone, without prompt and lease;
/// - `alone`: `change` without group commit, a transaction for each; `journal-alone` likewise.
///
/// Usage: `ConsentBench SECONDS RUNS CLIENTS PEOPLE WAY...`, with the system property
/// `aboveboard.root`.
public final class ConsentBench {
  private static final How HOW = new How("api", "shop", false);

  private final Premises premises;
  private final House house;
  private final int share;
  private final Map<String, Subject> enrolled;

  private ConsentBench(Premises premises, int people, int clients) {
    this.premises = premises;
    this.house = premises.house();
    this.share = people / clients;
    List<String> names = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      for (int turn = 0; turn < share; turn++) {
        names.add(name(client, turn));
      }
    }
    this.enrolled = house.subjects().enrol(names);
  }

  public static void main(String... arguments) throws Exception {
    double seconds = Double.parseDouble(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    int clients = Integer.parseInt(arguments[2]);
    int people = Integer.parseInt(arguments[3]);
    List<String> ways = Arrays.asList(arguments).subList(4, arguments.length);
    try (Premises premises = Premises.open();
        Journal alone =
            new Journal(premises.house().pools().source(Power.WRITE), InstantSource.system(), 1)) {
      ConsentBench bench = new ConsentBench(premises, people, clients);
      for (int run = 0; run <= runs; run++) {
        for (String way : ways) {
          Cpu before = Cpu.now();
          Took took = Clients.run(clients, seconds, bench.turn(way, alone));
          System.out.printf(
              Locale.ROOT,
              "%s %,d clients, %s: %s; %s%n",
              run == 0 ? "warm-up" : "run " + run + " ",
              clients,
              way,
              took.words(),
              Cpu.now().wordsSince(before, took.count()));
        }
      }
    }
  }

  private Clients.Turn turn(String way, Journal alone) {
    return switch (way) {
      case "change" -> change(house.consents());
      case "alone" -> change(consents(alone));
      case "effect" -> this::effect;
      case "journal" -> journal(house.consents());
      case "journal-alone" -> journal(consents(alone));
      default -> throw new IllegalArgumentException("no such way: " + way);
    };
  }

  /// The same, with each write in a transaction of its own.
  private Consents consents(Journal journal) {
    InstantSource clock = house.clock();
    ConsentStore store =
        new ConsentStore(house.pools(), journal, house.subjects(), house.declaration(), clock);
    return new Consents(
        store,
        house.subjects(),
        house.prompts(),
        house.declaration(),
        house.lease(),
        clock,
        Duration.ofSeconds(20));
  }

  private Clients.Turn change(Consents consents) {
    return (client, turn) -> {
      String name = name(client, turn / 2);
      String prompt = turn % 2 == 0 ? premises.ask(name) : "";
      long from = System.nanoTime();
      requireDone(
          turn % 2 == 0
              ? consents.answer(name, prompt, Reply.YES, HOW)
              : consents.withdraw(name, premises.suggestions(), HOW));
      return System.nanoTime() - from;
    };
  }

  private long effect(int client, int turn) {
    Choose choose = house.rights().choose();
    String name = name(client, turn / 2);
    String prompt = turn % 2 == 0 ? premises.ask(name) : "";
    long from = System.nanoTime();
    requireDone(
        (turn % 2 == 0
                ? choose.answer(name, prompt, Reply.YES, HOW)
                : choose.withdraw(name, premises.suggestions(), HOW))
            .settled());
    return System.nanoTime() - from;
  }

  private Clients.Turn journal(Consents consents) {
    return (client, turn) -> {
      Subject subject = enrolled.get(name(client, turn));
      if (subject == null) {
        throw new IllegalStateException("not enrolled");
      }
      Yes yes = Yes.lasting(premises.suggestions(), Instant.now(), "bench");
      long from = System.nanoTime();
      consents.bring(Evidence.IMPORTED, List.of(new Brought(subject, yes)));
      return System.nanoTime() - from;
    };
  }

  private static void requireDone(Settled settled) {
    if (!(settled instanceof Settled.Done)) {
      throw new IllegalStateException("not done: " + settled.getClass().getSimpleName());
    }
  }

  private String name(int client, int turn) {
    return "u:" + client + "-" + turn % share;
  }
}
