package org.aboveboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.server.House;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.recommend.Wish;

/// What one answer takes in a whole house, from the wish to the durable record: as the model ranks,
/// while an alarm has exposure corrected, and with a balance declared. One client, one after the
/// other; each house has a database of its own.
public final class ListBench {
  private static final int ITEMS = 1_000;
  private static final int PEOPLE = 200;
  private static final int OWN = 30;
  private static final int WARM_UP = 1_000;
  private static final int ANSWERS = 3_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ROW = "surfaces/home-row.yaml";
  private static final String BALANCE =
      "balance: {calibration: 0.2, diversity: 0.1, popularity: 0.1, loss: 0.1}\n";

  private ListBench() {}

  /// Runs it.
  public static void main(String[] args) throws IOException, PolicyFaults, InterruptedException {
    try (Premises plain = Premises.open()) {
      fill(plain);
      answers(plain, "as the model ranks");
      plain.house().alarms().settle(List.of(alarm()), Set.of("monitor"));
      plain.house().corrections().look();
      answers(plain, "corrected");
    }
    Path policy = balanced();
    try (Premises balanced = Premises.under(Premises.made(), policy)) {
      fill(balanced);
      answers(balanced, "balanced");
    } finally {
      Premises.delete(policy);
    }
  }

  private static Cause alarm() {
    return new Cause("monitor:small-publishers:small", "Small publishers are shown too little");
  }

  /// The bookshop with a balance.
  private static Path balanced() throws IOException {
    Path source = Premises.root().resolve("policies/bookshop");
    Path copy = Premises.made();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(source.relativize(file).toString());
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(file, to);
      }
    }
    Path row = copy.resolve(ROW);
    Files.writeString(row, Files.readString(row) + BALANCE);
    return copy;
  }

  private static void fill(Premises premises) throws InterruptedException {
    House house = premises.house();
    house.catalogue().put(items());
    SplittableRandom random = new SplittableRandom(1);
    long last = -1;
    for (int person = 0; person < PEOPLE; person++) {
      String name = name(person);
      house.rights().choose().answer(name, premises.ask(name), Reply.YES, How.page("prompt"));
      for (Taken taken : house.collect().take(views(house, name, random))) {
        last =
            switch (taken) {
              case Taken.Kept(long index) -> index;
              case Taken.Repeated _, Taken.Withheld _ -> last;
            };
      }
    }
    if (!house.learn().await(last, PATIENCE)) {
      throw new IllegalStateException("the model did not follow");
    }
  }

  private static List<ItemPut> items() {
    List<ItemPut> items = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      items.add(
          new ItemPut(
              "b" + item,
              "Book " + item,
              Optional.of("Publisher " + item % 50),
              List.of("kind " + item % 12),
              Map.of("providerSize", item % 3 == 0 ? "small" : "large"),
              Optional.empty(),
              true));
    }
    return items;
  }

  private static List<Arrival> views(House house, String name, SplittableRandom random) {
    EventType viewed =
        house.declaration().now().policy().events().stream()
            .filter(type -> type.id().equals("viewed"))
            .findFirst()
            .orElseThrow();
    List<Arrival> views = new ArrayList<>();
    for (int k = 0; k < OWN; k++) {
      double place = random.nextDouble();
      String item = "b" + (int) (ITEMS * place * place);
      Instant now = house.clock().instant();
      views.add(
          new Arrival(
              name + k, name, viewed, List.of(item), Map.of(), now, now, OptOuts.none(), false));
    }
    return views;
  }

  private static String name(int person) {
    return "u:" + person;
  }

  private static void answers(Premises premises, String how) {
    House house = premises.house();
    Surface row = house.declaration().now().policy().surface("home-row").orElseThrow();
    long[] nanos = new long[ANSWERS];
    long begin = 0;
    for (int k = -WARM_UP; k < ANSWERS; k++) {
      long from = System.nanoTime();
      begin = k == 0 ? from : begin;
      house.recommend().answer(Wish.of(row, Optional.of(name((k + WARM_UP) % PEOPLE))));
      if (k >= 0) {
        nanos[k] = System.nanoTime() - from;
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(Locale.ROOT, "%-20s %s%n", how, Took.of(List.of(nanos), seconds).words());
  }
}
