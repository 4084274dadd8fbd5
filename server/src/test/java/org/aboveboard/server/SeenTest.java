package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.postgres.RunningPostgres;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.seen.Finding;
import org.aboveboard.server.seen.Holdings;
import org.aboveboard.server.seen.Kind;
import org.aboveboard.server.seen.Lookout;
import org.aboveboard.server.seen.Seeing;
import org.aboveboard.server.seen.Sighting;
import org.aboveboard.server.seen.Unseen;
import org.aboveboard.server.sql.Address;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a real house notices of its own doings, and what it makes of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SeenTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final InstantSource clock = now::get;
  private Path folder = Path.of("");
  private Home home;

  @BeforeAll
  void open(@TempDir Path target) throws Exception {
    folder = target;
    home = Home.in(target, clock).books(8).readers(6, 8, 3);
    home.settle();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Lookout lookout() {
    return home.house.lookout();
  }

  private Optional<Sighting> sighting(Kind kind, String name) {
    return lookout().look().sightings().stream()
        .filter(one -> one.kind() == kind && one.name().equals(name))
        .findFirst();
  }

  private long count(Kind kind, String name) {
    return sighting(kind, name).map(Sighting::count).orElse(0L);
  }

  private void asOwner(String... statements) throws IOException, SQLException {
    RunningPostgres running = RunningPostgres.in(folder.resolve("store")).orElseThrow();
    Address address = new Address(running.jdbcUrl(), running.user(), running.password());
    try (Connection owner = Pools.owner(address);
        var statement = owner.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private List<Alarm> alarms(String cause) {
    return home.house.alarms().open().stream()
        .filter(alarm -> alarm.cause().equals(cause))
        .toList();
  }

  @Test
  void anEventThatIsKeptAppearsAsSeen() {
    long before = count(Kind.FLOW, "viewed/recommendations");
    Instant at = clock.instant();
    home.answers("u:seen", true);
    home.views("u:seen", "b1", "b2");
    assertThat(count(Kind.FLOW, "viewed/recommendations")).isEqualTo(before + 2);
    assertThat(sighting(Kind.FLOW, "viewed/recommendations").orElseThrow().last()).isEqualTo(at);
    assertThat(count(Kind.FLOW, "viewed/taste-profile")).as("it is off for all").isZero();
  }

  @Test
  void anEventThatIsNotKeptOrComesTwiceIsNotSeenAsKept() {
    home.answers("u:twice", true);
    home.views("u:twice", "b1");
    long before = count(Kind.FLOW, "viewed/recommendations");
    assertThat(home.house.collect().take(List.of(home.event("u:stranger", "viewed", "b1", "s"))))
        .allMatch(Taken.Withheld.class::isInstance);
    home.views("u:twice", "b1");
    assertThat(count(Kind.FLOW, "viewed/recommendations")).isEqualTo(before);
  }

  @Test
  void aReadIsSeenByPurposeUseAndSurface() {
    assertThat(count(Kind.READ, "recommendations/train")).isPositive();
    long before = count(Kind.READ, "recommendations/serve/home-row");
    home.house.recommend().answer(Wish.of(home.row(), Optional.of("u:reader1")));
    home.house.recommend().answer(Wish.of(home.row(), Optional.of("u:nobody")));
    assertThat(count(Kind.READ, "recommendations/serve/home-row")).isEqualTo(before + 1);
  }

  @Test
  void whatIsSeenOfADeclaredPolicyIsDeclared() {
    Seeing seeing = lookout().run();
    assertThat(seeing.compared().undeclared()).extracting(Finding::cause).isEmpty();
    assertThat(seeing.rowsCounted()).isPresent();
  }

  @Test
  void everyColumnOfANewStoreIsWrittenDownAndNoOther() {
    Set<String> there =
        home.house
            .pools()
            .as(Power.OPERATE)
            .withHandle(handle ->
                handle
                    .createQuery(
                        "select case n.nspname when 'public' then '' else n.nspname || '.' end"
                            + " || c.relname || '.' || a.attname from pg_class c"
                            + " join pg_namespace n on n.oid = c.relnamespace"
                            + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0"
                            + " where n.nspname in ('public', 'vault')"
                            + " and c.relkind in ('r', 'v') and not a.attisdropped")
                    .mapTo(String.class)
                    .set());
    assertThat(
            Holdings.all().stream()
                .flatMap(table ->
                    table.columns().keySet().stream().map(column -> table.name() + "." + column))
                .collect(Collectors.toSet()))
        .as("org.aboveboard.server.seen.Holdings")
        .isEqualTo(there);
  }

  @Test
  void aTableThatNobodyDeclaredRaisesOneAlarmUntilItIsGone() throws Exception {
    asOwner("create table leak (email text)");
    lookout().run();
    pass(Duration.ofMinutes(1));
    lookout().run();
    Instant raised = clock.instant().minus(Duration.ofMinutes(1));
    assertThat(alarms("store:leak"))
        .containsExactly(
            new Alarm(
                "store:leak",
                "The database has a table that nobody declared: leak",
                raised,
                Optional.empty()));

    asOwner("drop table leak");
    lookout().run();
    assertThat(alarms("store:leak")).isEmpty();
    assertThat(rows("store:leak")).isOne();

    asOwner("create table leak (email text)");
    lookout().run();
    assertThat(alarms("store:leak").getFirst().raised())
        .as("the same one goes on")
        .isEqualTo(raised);
    asOwner("drop table leak");
    lookout().run();
    assertThat(rows("store:leak")).isOne();

    pass(Duration.ofDays(2));
    asOwner("create table leak (email text)");
    lookout().run();
    assertThat(alarms("store:leak").getFirst().raised()).isEqualTo(clock.instant());
    asOwner("drop table leak");
    lookout().run();
    assertThat(alarms("store:leak")).isEmpty();
  }

  private long rows(String cause) {
    return home.house
        .pools()
        .as(Power.OPERATE)
        .withHandle(handle ->
            handle
                .createQuery("select count(*) from alarm where cause = :cause")
                .bind("cause", cause)
                .mapTo(Long.class)
                .one());
  }

  @Test
  void aColumnThatNobodyDeclaredStandsOut() throws Exception {
    asOwner("alter table item add secret_profile text");
    lookout().run();
    assertThat(alarms("store:item.secret_profile")).hasSize(1);
    asOwner("alter table item drop secret_profile");
    lookout().run();
    assertThat(alarms("store:item.secret_profile")).isEmpty();
  }

  @Test
  void rowsOfAPurposeThatIsNoMoreStandOut() throws Exception {
    asOwner(
        "update event set purposes = array[0, 61]::smallint[] where index = "
            + "(select min(index) from event)");
    pass(Duration.ofMinutes(61));
    assertThat(lookout().run().compared().undeclared())
        .extracting(Finding::cause)
        .containsExactly("rows:viewed/61");
    asOwner("update event set purposes = array[0]::smallint[] where 61 = any(purposes)");
    lookout().run();
    assertThat(alarms("rows:viewed/61")).as("rows are counted once an hour").hasSize(1);
    pass(Duration.ofMinutes(61));
    lookout().run();
    assertThat(alarms("rows:viewed/61")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aConnectionToAnotherMachineRaisesAnAlarmThatEndsAfterIt() throws Exception {
    // another address of this machine stands for another machine
    Lookout strict =
        Lookout.expecting(
            remote -> remote.getAddress().getHostAddress().matches("127\\.0\\.0\\.1|.*:1"),
            home.house.seen(),
            home.house.alarms(),
            home.house.pools(),
            home.house.declaration(),
            clock);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      String cause = "egress:127.0.0.2:" + server.getLocalPort();
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
        assertThat(client.isConnected()).isTrue();
        assertThat(strict.run().elsewhere()).isTrue();
        assertThat(alarms(cause)).hasSize(1);
      }
      strict.run();
      assertThat(alarms(cause)).as("it was there only now").hasSize(1);
      pass(Duration.ofMinutes(6));
      strict.run();
      assertThat(alarms(cause)).isEmpty();
    }
  }

  @Test
  void theUsualLookoutExpectsItsOwnDatabase() {
    assertThat(lookout().run().compared().undeclared())
        .noneMatch(one -> one.about() == Finding.About.EGRESS);
  }

  @Test
  void namesThatSendersChooseAreBounded() {
    for (int i = 0; i < 3_000; i++) {
      home.house.seen().droppedAct("track", letters(i));
    }
    home.house.seen().flush();
    for (int i = 3_000; i < 4_000; i++) {
      home.house.seen().droppedAct("track", letters(i));
    }
    List<Sighting> dropped =
        lookout().look().compared().dropped().stream()
            .filter(one -> one.kind() == Kind.DROPPED_EVENT)
            .toList();
    assertThat(dropped).hasSizeLessThanOrEqualTo(2_001);
    assertThat(dropped.stream().mapToLong(Sighting::count).sum()).isEqualTo(4_000);
    assertThat(dropped.getFirst().name()).isEqualTo("(other names)");

    pass(Duration.ofDays(91));
    home.house.seen().flush();
    assertThat(lookout().look().compared().dropped()).as("they are not kept for good").isEmpty();
  }

  @Test
  void allThatComesUndeclaredIsOneAlarmThatEndsAfterThreeQuietDays() {
    home.house.seen().droppedField("viewed", "context.library.name");
    assertThat(lookout().run().compared().undeclared())
        .as("event kits add it by themselves")
        .isEmpty();
    home.house.seen().droppedAct("track", "Coupon Entered");
    home.house.seen().droppedField("viewed", "properties.colour");
    assertThat(lookout().run().compared().undeclared())
        .extracting(Finding::cause)
        .containsExactly("came:undeclared");
    assertThat(alarms("came:undeclared"))
        .extracting(Alarm::what)
        .containsExactly(
            "Events or fields come that are not declared; they are dropped at the door");

    pass(Duration.ofDays(2));
    home.house.seen().droppedEvent("page");
    pass(Duration.ofDays(2));
    lookout().run();
    assertThat(alarms("came:undeclared")).as("something came two days ago").hasSize(1);
    pass(Duration.ofDays(1));
    lookout().run();
    assertThat(alarms("came:undeclared")).isEmpty();
    pass(Duration.ofDays(91));
    home.house.seen().flush();
  }

  @Test
  void aValueThatADeclaredFieldCannotHaveIsListedAndRaisesNoAlarm() {
    home.house.seen().droppedValue("bought.total");
    Seeing seeing = lookout().run();
    assertThat(seeing.compared().dropped())
        .extracting(Sighting::kind, Sighting::name)
        .containsExactly(tuple(Kind.DROPPED_VALUE, "bought.total"));
    assertThat(seeing.compared().undeclared()).isEmpty();
    pass(Duration.ofDays(91));
    home.house.seen().flush();
    assertThat(lookout().look().compared().dropped()).as("it is not kept for good").isEmpty();
  }

  private static String letters(int number) {
    return number < 26
        ? Character.toString('a' + number)
        : letters(number / 26) + (char) ('a' + number % 26);
  }

  @Test
  void whatIsDeclaredAndNotSeenForNinetyDaysIsListed(@TempDir Path other) throws Exception {
    try (Home fresh = Home.in(other, clock).books(4)) {
      fresh.answers("u:ann", true);
      fresh.views("u:ann", "b1", "b3");
      Instant viewed = clock.instant();
      pass(Duration.ofDays(89));
      assertThat(unseen(fresh)).as("nobody can have waited 90 days yet").isEmpty();

      pass(Duration.ofDays(1));
      assertThat(unseen(fresh))
          .contains(
              "read recommendations/explain never",
              "read recommendations/serve/home-row never",
              "flow rated/recommendations never",
              "field bought.total never",
              "flow viewed/recommendations last " + viewed)
          .noneMatch(one -> one.contains("/audit"));

      fresh.views("u:ann", "b2");
      assertThat(unseen(fresh)).noneMatch(one -> one.contains("viewed/recommendations"));
    }
  }

  private static List<String> unseen(Home home) {
    return home.house.lookout().look().compared().unseen().stream().map(SeenTest::words).toList();
  }

  private static String words(Unseen one) {
    return one.kind().word() + " " + one.name() + (one.ever() ? " last " + one.last() : " never");
  }
}
