package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.rights.Access.Copy;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.rights.Job;
import org.aboveboard.server.sql.Power;

/// A bookshop's instance that stays open while data sets are brought in, and the folder they lie
/// in.
final class Premises implements AutoCloseable {
  private final Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(Typed.NOW);
  private final InstantSource clock = now::get;
  private final Path root = Path.of(System.getProperty("aboveboard.root", ".."));
  final House house;

  Premises(Path folder) throws Exception {
    this.folder = folder;
    Path policy = root.resolve("policies/bookshop");
    this.house =
        House.open(
            new Options(folder.resolve("instance"), policy, Optional.empty(), false, 5, 0), clock);
  }

  Instant now() {
    return now.get();
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /// Writes a data set's events, one JSON object each.
  Path set(String name, String... events) throws IOException {
    Path set = folder.resolve(name);
    Files.createDirectories(set);
    Files.write(set.resolve("events.jsonl"), List.of(events));
    return set;
  }

  /// One event of so many days ago.
  String event(String subject, String event, String item, int daysAgo) {
    return "{\"subject\":\"%s\",\"event\":\"%s\",\"item\":\"%s\",\"time\":\"%s\"}"
        .formatted(subject, event, item, now().minus(Duration.ofDays(daysAgo)));
  }

  /// Lays evidence beside a data set's events.
  static void evidence(Path set, String... lines) throws IOException {
    Files.write(set.resolve("evidence.jsonl"), List.of(lines));
  }

  /// Brings a data set in.
  Tally bring(Path set, String... typed) throws Exception {
    return brought(set, typed).tally();
  }

  /// The same, and all that it came to.
  Importer.Result brought(Path set, String... typed) throws Exception {
    Arguments arguments = Arguments.read(new Import(), List.of(typed), Map.of());
    DataSet data = DataSet.open(set);
    LegalBasis basis =
        new EvidenceReader(house.declaration().now().policy(), now()).read(arguments, data);
    return bring(Source.of(data), basis, OutputStream.nullOutputStream());
  }

  /// Brings in what comes from anywhere; what is said goes to `said`.
  Importer.Result bring(Source source, LegalBasis basis, OutputStream said) throws Exception {
    Terminal terminal = new Terminal(new PrintStream(said, true, UTF_8), false, clock, root, now());
    return new Importer(house, terminal, basis).run(source);
  }

  Purpose suggestions() {
    return house.declaration().now().policy().purpose("recommendations").orElseThrow();
  }

  /// Puts the question and answers it.
  Effect answers(String name, Reply reply) {
    var row = house.declaration().now().policy().surface("home-row").orElseThrow();
    String prompt =
        house
            .prompts()
            .serve(house.declaration().now(), name, row, suggestions(), Reader.of(Language.EN))
            .id();
    return house.rights().choose().answer(name, prompt, reply, How.page("prompt"));
  }

  Copy copy(String name) {
    return house.rights().access().copy(name);
  }

  /// Erases somebody and waits for the end of it.
  Job erase(String name) {
    Job job = house.rights().erase().begin(name).orElseThrow();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (job.state().equals("running") && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      job = house.rights().erase().find(job.id()).orElseThrow();
    }
    return job;
  }

  /// Waits until the model has followed everything written so far; answers its integers' digest.
  byte[] settled() throws InterruptedException {
    long last = number(Power.OPERATE, "select next - 1 from journal_head");
    house.learn().wake(last);
    if (!house.learn().await(last, Duration.ofSeconds(30))) {
      throw new IllegalStateException("the model did not follow");
    }
    return house.learn().gramDigest();
  }

  long number(Power power, String query) {
    return house
        .pools()
        .as(power)
        .withHandle(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    house.close();
  }
}
