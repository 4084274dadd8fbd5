package org.aboveboard.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.key.Rolled;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Subject;

/// A whole house in a process of its own, that does everything at once and says on its output what
/// it has acknowledged: `Household FOLDER RUN GONE`.
///
/// The file GONE names people who said no or were erased; nothing of theirs may be used any more.
final class Household {
  private static final int CALLERS = 4;
  private static final int PEOPLE = 100_000;

  private final Home home;
  private final String run;

  private Household(Home home, String run) {
    this.home = home;
    this.run = run;
  }

  public static void main(String... arguments) throws Exception {
    try (Home home = Home.in(Path.of(arguments[0]))) {
      Household household = new Household(home, arguments[1]);
      if (arguments[1].equals("0")) {
        home.books(3);
      }
      for (String name : Files.readAllLines(Path.of(arguments[2]), StandardCharsets.UTF_8)) {
        household.uses(name);
      }
      say("ready");
      if (System.in.read() >= 0) {
        household.live();
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line + ".");
  }

  private void live() throws InterruptedException {
    Thread.ofPlatform().daemon().start(this::roll);
    for (int caller = 1; caller < CALLERS; caller++) {
      int number = caller;
      Thread.ofPlatform().daemon().start(() -> people(number));
    }
    people(0);
  }

  private void people(int caller) {
    for (int person = 0; person < PEOPLE; person++) {
      life("u:" + run + "-" + caller + "-" + person, (person + caller) % 3);
    }
  }

  /// Somebody says yes, acts, is answered, and then stays, takes it back, or is erased.
  private void life(String name, int end) {
    Settled said = home.answers(name, true).settled();
    if (!(said instanceof Settled.Done done)) {
      return;
    }
    Subject subject = home.house.subjects().find(name).orElseThrow();
    say("yes " + name + " " + done.index() + " " + subject.lookup().hex());
    entry(done.index());
    for (String item : List.of("b0", "b1")) {
      if (take(name, item) instanceof Taken.Kept(long index)) {
        entry(index);
      }
    }
    String answer =
        home.house.recommend().answer(Wish.of(home.row(), Optional.of(name))).record().recommId();
    say((end == 0 ? "answer " : "passing ") + answer);
    switch (end) {
      case 1 -> takesBack(name);
      case 2 -> erases(name);
      default -> {}
    }
  }

  private void takesBack(String name) {
    if (home.withdraws(name).settled() instanceof Settled.Done done) {
      say("no " + name + " " + done.index());
      entry(done.index());
      uses(name);
    }
  }

  private void erases(String name) {
    say("wants " + name);
    Job job = home.house.rights().erase().begin(name).orElseThrow();
    say("erasing " + name + " " + job.id());
    while (job.state().equals("running")) {
      Thread.onSpinWait();
      job = home.house.rights().erase().find(job.id()).orElseThrow();
    }
    say("erased " + name + " " + job.state());
    uses(name);
  }

  private Taken take(String name, String item) {
    return home.house
        .collect()
        .take(List.of(home.event(name, "viewed", item, name + item)))
        .getFirst();
  }

  /// Tries to use somebody who is not to be used.
  private void uses(String name) {
    if (!(take(name, "b2") instanceof Taken.Withheld)) {
      say("used " + name);
    }
  }

  private void entry(long index) {
    byte[] commitment =
        home.house
            .pools()
            .use(
                Power.LEDGER,
                handle ->
                    handle
                        .createQuery("select commitment from journal where index = :index")
                        .bind("index", index)
                        .mapTo(byte[].class)
                        .one());
    say("entry " + index + " " + HexFormat.of().formatHex(commitment));
  }

  /// Rolls once for each checkpoint.
  private void roll() {
    try {
      while (home.house.roll().roll() instanceof Rolled.Done done) {
        say("rolled " + done.epoch());
        home.house.ledger().await(home.house.ledger().size(), Duration.ofSeconds(5));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
