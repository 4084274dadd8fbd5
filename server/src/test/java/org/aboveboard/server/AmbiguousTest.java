package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.journal.Wire;
import org.aboveboard.server.journal.Wire.Break;
import org.aboveboard.server.postgres.EmbeddedPostgres;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connections that break when a commit is on its way, so that nobody knows whether it came to be,
/// and callers who send the same again.
final class AmbiguousTest {
  private static final long SEED = Long.getLong("aboveboard.seed", 20261125);
  private static final int IN_CI = 200;
  private static final int IN_FULL = 10_000;
  private static final int CALLERS = 8;
  private static final List<Break> BREAKS = List.of(Break.BEFORE, Break.SENT, Break.AFTER);
  private static final int MOST_TRIES = 60;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final AtomicInteger broken = new AtomicInteger();
  private volatile boolean isCalm = true;
  private volatile Optional<Address> address = Optional.empty();

  @Test
  void whatIsSentAgainAfterAnUnknownCommitIsThereOnce(@TempDir Path folder) throws Exception {
    breakCommits(folder, IN_CI);
  }

  @Test
  @Tag("full")
  void whatIsSentAgainAfterManyUnknownCommitsIsThereOnce(@TempDir Path folder) throws Exception {
    breakCommits(folder, IN_FULL);
  }

  private void breakCommits(Path folder, int times) throws Exception {
    Logger.getLogger("org.postgresql").setLevel(Level.OFF);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("store"));
        Wire wire = Wire.to(port(postgres), "aboveboard_write", this::next);
        Home home = Home.over(folder, url(postgres, wire))) {
      address = Optional.of(new Address(postgres.jdbcUrl(), postgres.user(), postgres.password()));
      home.books(3);
      assertThat(roles(home)).isEqualTo(Power.values().length);
      isCalm = false;
      List<Callable<String>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        String prefix = "u:caller" + caller + "-";
        callers.add(() -> call(home, prefix, times));
      }
      try (var threads = Executors.newFixedThreadPool(CALLERS)) {
        for (Future<String> done : threads.invokeAll(callers)) {
          done.get();
        }
      }
      isCalm = true;
      System.out.println("AmbiguousTest seed " + SEED + ": " + broken.get() + " commits broken");
      assertThat(broken.get()).isGreaterThanOrEqualTo(times);
      assertThat(number("select count(*) - (select next from journal_head) from journal")).isZero();
    }
  }

  private static int port(EmbeddedPostgres postgres) {
    return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static String url(EmbeddedPostgres postgres, Wire wire) {
    return postgres.jdbcUrl().replaceFirst(":[0-9]+/", ":" + wire.port() + "/")
        + "?user="
        + postgres.user()
        + "&password="
        + URLEncoder.encode(postgres.password(), StandardCharsets.UTF_8);
  }

  /// As how many users its pools are connected; the database's owner is none of them.
  private static long roles(Home home) {
    long roles = 0;
    for (Power power : Power.values()) {
      roles +=
          as(
              home,
              power,
              "select count(*) where current_user = 'aboveboard_' || lower('" + power + "')");
    }
    return roles;
  }

  private static long as(Home home, Power power, String query) {
    return home.house
        .pools()
        .use(power, handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  private synchronized Break next() {
    if (isCalm || random.nextInt(3) > 0) {
      return Break.NONE;
    }
    broken.incrementAndGet();
    return BREAKS.get(random.nextInt(BREAKS.size()));
  }

  private String call(Home home, String prefix, int times) {
    for (int person = 0; broken.get() < times; person++) {
      once(home, prefix + person);
    }
    return prefix;
  }

  /// One person's yes, act and no, each sent again until it is answered; then each is there once.
  private void once(Home home, String name) {
    String prompt = home.ask(name);
    How how = How.page("prompt");
    Settled yes = again(() -> home.house.consents().answer(name, prompt, Reply.YES, how));
    assertThat(yes).as(name).isInstanceOfAny(Settled.Done.class, Settled.Again.class);
    Taken act =
        again(() -> home.house.collect().take(List.of(home.event(name, "viewed", "b1", name))))
            .getFirst();
    assertThat(act).as(name).isInstanceOfAny(Taken.Kept.class, Taken.Repeated.class);
    // a withdrawal names no question, so that two are two; but one call is one at most
    int[] calls = {0};
    again(() -> {
      calls[0]++;
      return home.house.consents().withdraw(name, home.suggestions(), how);
    });
    long subject = again(() -> home.house.subjects().find(name).orElseThrow().number());
    String of = " from consent where subject = " + subject;
    assertThat(number("select count(*)" + of + " and kind = 'GIVEN'")).as(name).isEqualTo(1);
    assertThat(number("select count(*)" + of + " and kind = 'WITHDRAWN'"))
        .as("withdrawals of %s", name)
        .isBetween(1L, (long) calls[0]);
    assertThat(
            number(
                "select count(*) from consent c join journal j using (index) where"
                    + " j.kind = 'consent' and c.subject = "
                    + subject))
        .as(name)
        .isEqualTo(number("select count(*)" + of));
    assertThat(number("select count(*) from event where subject = " + subject))
        .as("events of %s", name)
        .isEqualTo(1);
  }

  private static <T> T again(Callable<T> call) {
    RuntimeException last = new IllegalStateException("never called");
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return call.call();
      } catch (RuntimeException e) {
        last = e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    throw last;
  }

  /// Counts as the database's owner, past the wire.
  private long number(String query) {
    try (Connection owner = Pools.owner(address.orElseThrow());
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
