package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.aboveboard.policy.Level;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSetWriter;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.aboveboard.server.recommend.Answer;
import org.aboveboard.server.recommend.Wish;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One instance through its life on the command line: filled, asked, moved, saved and brought back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeInstanceTest {
  private static final int SEED = 5;
  private static final int PEOPLE = 30;
  private static final Instant NOW = Typed.NOW;
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private Path folder = Path.of(".");
  private Path data = Path.of(".");
  private String firstExport = "";

  @BeforeAll
  void fill(@TempDir Path fresh) throws Exception {
    folder = fresh;
    data = fresh.resolve("instance");
    Path set = fresh.resolve("set");
    write(set);
    Typed typed = bring(set, data);
    assertThat(typed.code()).as(typed.said()).isZero();
    // what is neither known nor liked comes back as a count and a reason
    assertThat(typed.said()).contains("the policy declares no event \"danced\"");
    firstExport = export(data, "first");
  }

  private static Typed bring(Path set, Path data) {
    return Typed.of(
        "import",
        set.toString(),
        "--data",
        data.toString(),
        "--evidence",
        "signed forms, shelf 3",
        "--since",
        "2026-01-31");
  }

  private static void write(Path set) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (DataSetWriter writer = DataSetWriter.into(set)) {
      for (int book = 0; book < 20; book++) {
        writer.item(
            new ItemLine(
                "b" + book,
                "Book " + book,
                Optional.of("Publisher " + book % 3),
                List.of("shelf " + book % 2),
                Optional.of(NOW.minus(Duration.ofDays(100 + book))),
                Map.of("pages", "12")));
      }
      for (int person = 0; person < PEOPLE; person++) {
        for (int book = person % 2; book < 20; book += 2) {
          if (random.nextInt(3) > 0) {
            writer.event(event(person, "viewed", book, NONE));
            writer.event(event(person, "rated", book, OptionalDouble.of(1 + random.nextInt(5))));
          }
        }
      }
      writer.event(event(1, "danced", 1, NONE));
      writer.finish();
    }
  }

  private static EventLine event(int person, String event, int book, OptionalDouble value) {
    return new EventLine(
        "u:p" + person, event, "b" + book, value, Optional.of(at(person, book)), 0);
  }

  private static Instant at(int person, int book) {
    return NOW.minus(Duration.ofHours(24 + 7L * book + person));
  }

  private String export(Path instance, String name) throws Exception {
    Path out = folder.resolve(name);
    Typed typed = Typed.of("export", out.toString(), "--data", instance.toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    return Files.readString(out.resolve("items.jsonl"))
        + "\n"
        + Files.readString(out.resolve("events.jsonl"));
  }

  @Test
  void whatRestsOnNothingIsSetAsideAndABackupHoldsIt() throws Exception {
    Path set = folder.resolve("nothing");
    try (DataSetWriter writer = DataSetWriter.into(set)) {
      writer.event(new EventLine("u:q", "viewed", "b1", NONE, Optional.of(at(1, 1)), 0));
      writer.finish();
    }
    Typed typed = Typed.of("import", set.toString(), "--data", data.toString());
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said())
        .contains(
            "read 1, kept 0, set aside 1, refused 0", "deleted by 2027-02-", "evidence.jsonl");
    assertThat(export(data, "without")).as("nobody takes it along").isEqualTo(firstExport);

    Path file = folder.resolve("aside.zip");
    assertThat(Typed.of("backup", file.toString(), "--data", data.toString()).code()).isZero();
    Path back = folder.resolve("aside");
    Path key = data.resolve("keys").resolve("root.key");
    assertThat(restore(file, back, "--key", key.toString()).code()).isZero();
    try (House house = open(back)) {
      assertThat(house.rights().access().copy("u:q").setAside())
          .singleElement()
          .matches(row -> row.item().equals("b1"));
    }
  }

  @Test
  void faultyEvidenceBringsNothingIn() throws Exception {
    Path set = folder.resolve("faulty");
    write(set);
    Files.writeString(
        set.resolve("evidence.jsonl"), "{\"subject\":\"p1\",\"since\":\"2026-01-31\"}\n");
    Path fresh = folder.resolve("fresh");
    Typed typed = Typed.of("import", set.toString(), "--data", fresh.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("nothing was brought in", "the evidence is empty", "Mend");
    try (House house = open(fresh)) {
      assertThat(house.catalogue().size()).isZero();
    }
  }

  @Test
  void whatSaysSomethingAboutAYesNeedsTheYes() {
    String set = folder.resolve("set").toString();
    Typed typed = Typed.of("import", set, "--since=2026-01-31", "--data", data.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("--since says something about a yes that nothing shows");
    assertThat(Typed.of("import", set, "--basis=demonstration", "--evidence=x").code())
        .isEqualTo(2);
  }

  @Test
  void madeUpConsentsCountInADemonstrationAlone() {
    String set = folder.resolve("set").toString();
    Typed typed = Typed.of("import", set, "--basis", "demonstration", "--data", data.toString());
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.said()).contains("is no demonstration", "./aboveboard demo");
  }

  /// Else nothing of an old data set would be recent enough to be popular, or to be kept.
  @Test
  void aDemonstrationMovesOldTimesUpToNow() throws Exception {
    Path old = folder.resolve("old");
    Duration ago = Duration.ofDays(10_000);
    try (DataSetWriter writer = DataSetWriter.into(old)) {
      for (EventLine line : List.of(event(1, "viewed", 1, NONE), event(2, "viewed", 9, NONE))) {
        Optional<Instant> at = line.at().map(time -> time.minus(ago));
        writer.event(new EventLine(line.subject(), line.event(), line.item(), line.value(), at, 0));
      }
      writer.finish();
    }
    Path show = folder.resolve("show");
    Instance.markDemonstration(show);
    Typed typed =
        Typed.of("import", old.toString(), "--basis=demonstration", "--data", show.toString());
    assertThat(typed.said()).contains("read 2, kept 2, refused 0");
    Duration between = Duration.between(at(2, 9), at(1, 1));
    assertThat(export(show, "shown"))
        .contains("\"time\":\"" + NOW + "\"", "\"time\":\"" + NOW.minus(between) + "\"");
  }

  @Test
  void whatIsOlderThanTheEvidenceIsWithheld() throws Exception {
    Typed typed =
        Typed.of(
            "import",
            folder.resolve("set").toString(),
            "--data",
            folder.resolve("late").toString(),
            "--evidence=a list",
            "--since=2026-11-23");
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said()).contains("kept 0, refused");
  }

  @Test
  void importedTwiceIsStoredOnce() throws Exception {
    Typed again = bring(folder.resolve("set"), data);
    assertThat(again.said()).contains("it is here already", "kept 0, refused");
    assertThat(export(data, "twice")).isEqualTo(firstExport);
  }

  @Test
  void anExportReadsBackEqual() throws Exception {
    assertThat(firstExport).contains("\"title\":\"Book 7\"", "\"subject\":\"u:p7\"", "\"value\":");
    Path other = folder.resolve("moved");
    Typed typed = bring(folder.resolve("first"), other);
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(export(other, "second")).isEqualTo(firstExport);
  }

  @Test
  void aBackupOpensWithItsRootKeyAlone() throws Exception {
    Path file = folder.resolve("backup.zip");
    Path key = data.resolve("keys").resolve("root.key");
    // also while somebody else runs the instance
    try (House house = open(data)) {
      assertThat(house.catalogue().size()).isEqualTo(20);
      Typed saved = Typed.of("backup", file.toString(), "--data", data.toString());
      assertThat(saved.code()).as(saved.said()).isZero();
      assertThat(saved.said()).contains("root.key", "Keep a copy of that folder apart");
    }
    assertThat(Typed.of("backup", file.toString(), "--data", data.toString()).said())
        .contains("is there already");

    Path back = folder.resolve("restored");
    Typed shut = restore(file, back);
    assertThat(shut.code()).isEqualTo(2);
    assertThat(shut.said()).contains("The root key is missing", "--key");
    Typed restored = restore(file, back, "--key", key.toString());
    assertThat(restored.code()).as(restored.said()).isZero();
    assertThat(export(back, "restored-export")).isEqualTo(firstExport);

    Typed full = restore(file, back);
    assertThat(full.code()).isEqualTo(2);
    assertThat(full.said()).contains("is not empty");

    Path wrong = folder.resolve("wrong.key");
    Files.writeString(wrong, "A".repeat(43) + "=\n");
    Typed other = restore(file, folder.resolve("other"), "--key", wrong.toString());
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.said()).contains("under epoch 1", "has no epochs", "Nothing was written");
  }

  private static Typed restore(Path file, Path into, String... more) {
    List<String> words =
        new ArrayList<>(List.of("restore", file.toString(), "--data", into.toString()));
    words.addAll(List.of(more));
    return Typed.of(words.toArray(String[]::new));
  }

  @Test
  void answersAddUpAgainAndScoreAgainUntilTheModelChanges() throws Exception {
    Path asked = folder.resolve("asked");
    assertThat(bring(folder.resolve("set"), asked).code()).isZero();
    String personal;
    String unnamed;
    try (House house = open(asked)) {
      assertThat(house.learn().await(0, Duration.ofSeconds(30))).isTrue();
      personal = ask(house, Optional.of("u:p3"), Level.GENERAL);
      unnamed = ask(house, Optional.empty(), Level.NONE);
    }
    Typed both = replay(asked, personal, unnamed);
    assertThat(both.code()).as(both.said()).isZero();
    assertThat(both.said())
        .contains(personal + "  adds up; scored again: the same to")
        .contains(unnamed + "  adds up; not scored again: it is about nobody");
    assertThat(replay(asked, "--all").said()).contains("0 wrong");
    assertThat(replay(asked, personal, "--lambda", "7").said()).contains("made with lambda 200.0");
    assertThat(replay(asked, "f".repeat(32)).said()).contains("There is no record");

    Path more = folder.resolve("more");
    try (DataSetWriter writer = DataSetWriter.into(more)) {
      writer.event(event(99, "viewed", 3, NONE));
      writer.finish();
    }
    assertThat(bring(more, asked).code()).isZero();
    Typed later = replay(asked, personal);
    assertThat(later.code()).as(later.said()).isZero();
    assertThat(later.said()).contains("adds up; not scored again: the rows its model");
  }

  private static Typed replay(Path data, String... words) {
    List<String> all = new ArrayList<>(List.of("replay", "--data", data.toString()));
    all.addAll(List.of(words));
    return Typed.of(all.toArray(String[]::new));
  }

  private static String ask(House house, Optional<String> subject, Level level) {
    var surface = house.declaration().now().policy().surface("home-row").orElseThrow();
    Answer answer = house.recommend().answer(Wish.of(surface, subject));
    assertThat(answer.record().level()).isEqualTo(level);
    return answer.record().recommId();
  }

  @Test
  void aKeyIsShownOnceAndEndsWhenItIsRevoked() throws IOException {
    String at = data.toString();
    Typed strangers = Typed.of("serve", "--host", "0.0.0.0", "--port", freePort(), "--data", at);
    assertThat(strangers.code()).isEqualTo(2);
    assertThat(strangers.said()).contains("There are no keys yet", "key create secret");

    Typed made = Typed.of("key", "create", "secret", "--data", at);
    assertThat(made.said()).containsPattern("key_\\S+  ab_secret_\\S{40}");
    String id = made.said().strip().split(" ", -1)[0];
    String secret = made.said().strip().split("\\s+", -1)[1];
    assertThat(Typed.of("key", "list", "--data", at).said()).contains(id).doesNotContain(secret);

    Typed nobody = Typed.of("key", "create", "operator", "--role", "king", "--data", at);
    assertThat(nobody.said()).contains("one person in one role", "data-steward");
    Typed steward =
        Typed.of(
            "key", "create", "operator", "--person", "Kim", "--role", "data-steward", "--data", at);
    assertThat(steward.said()).contains("ab_operator_");
    assertThat(Typed.of("key", "list", "--data", at).said()).contains("Kim, data-steward");

    for (String line : Typed.of("key", "list", "--data", at).said().lines().toList()) {
      String one = line.split(" ", -1)[0];
      assertThat(Typed.of("key", "revoke", one, "--data", at).code()).isZero();
    }
    assertThat(Typed.of("key", "revoke", id, "--data", at).said()).contains("no live key");
    assertThat(Typed.of("key", "list", "--data", at).said()).contains("There are no keys");
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private static House open(Path data) throws Exception {
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return House.open(
        new Options(data, policy, Optional.empty(), false, Options.LAMBDA, 0), Typed.CLOCK);
  }
}
