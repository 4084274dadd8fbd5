package org.aboveboard.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt.Reader;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.sql.Power;

/// A real house in a folder, with a few books and readers.
final class Home implements AutoCloseable {
  final House house;

  private Home(House house) {
    this.house = house;
  }

  static Home in(Path folder) throws Exception {
    return in(folder, InstantSource.system());
  }

  static Home in(Path folder, InstantSource clock) throws Exception {
    return in(folder, Optional.empty(), clock);
  }

  /// Under a policy of one's own.
  static Home under(Path folder, Path policy, InstantSource clock) throws Exception {
    return new Home(House.open(new Options(folder, policy, Optional.empty(), false, 5, 0), clock));
  }

  /// On a server that runs already.
  static Home over(Path folder, String url) throws Exception {
    return in(folder, Optional.of(url), InstantSource.system());
  }

  /// Both.
  static Home over(Path folder, Path policy, String url, InstantSource clock) throws Exception {
    return new Home(House.open(new Options(folder, policy, Optional.of(url), false, 5, 0), clock));
  }

  private static Home in(Path folder, Optional<String> url, InstantSource clock) throws Exception {
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return new Home(House.open(new Options(folder, policy, url, false, 5, 0), clock));
  }

  /// Books b0 to b(n-1), in two categories.
  Home books(int n) {
    List<ItemPut> books = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      books.add(
          new ItemPut(
              "b" + i,
              "Book " + i,
              Optional.of("Publisher " + i % 3),
              List.of(i % 2 == 0 ? "even" : "odd"),
              Map.of(),
              Optional.empty(),
              true));
    }
    house.catalogue().put(books);
    return this;
  }

  Surface row() {
    return house.declaration().now().policy().surface("home-row").orElseThrow();
  }

  Purpose suggestions() {
    return house.declaration().now().policy().purpose("recommendations").orElseThrow();
  }

  /// Puts the question and answers it.
  Effect answers(String name, boolean yes) {
    return answers(name, yes ? Reply.YES : Reply.NO);
  }

  Effect answers(String name, Reply reply) {
    return house.rights().choose().answer(name, ask(name), reply, How.page("prompt"));
  }

  /// Puts the question and answers its id.
  String ask(String name) {
    Reader reader = Reader.of(Language.EN);
    return house
        .prompts()
        .serve(house.declaration().now(), name, row(), suggestions(), reader)
        .id();
  }

  Effect withdraws(String name) {
    return house.rights().choose().withdraw(name, suggestions(), How.page("privacy-options"));
  }

  Arrival event(String name, String event, String item, String id) {
    EventType type =
        house.declaration().now().policy().events().stream()
            .filter(known -> known.id().equals(event))
            .findFirst()
            .orElseThrow();
    Instant now = house.clock().instant();
    return new Arrival(id, name, type, List.of(item), Map.of(), now, now, OptOuts.none(), false);
  }

  /// Views these books, each once.
  void views(String name, String... items) {
    List<Arrival> arrivals = new ArrayList<>();
    for (String item : items) {
      arrivals.add(event(name, "viewed", item, name + item));
    }
    house.collect().take(arrivals);
  }

  /// People with consent who like one half of the books.
  Home readers(int people, int books, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int p = 0; p < people; p++) {
      String name = "u:reader" + p;
      answers(name, true);
      List<String> liked = new ArrayList<>();
      for (int b = p % 2; b < books; b += 2) {
        if (random.nextInt(3) > 0) {
          liked.add("b" + b);
        }
      }
      views(name, liked.toArray(String[]::new));
    }
    return this;
  }

  /// Waits until the model has followed everything written so far.
  void settle() throws InterruptedException {
    long last =
        house
            .pools()
            .as(Power.OPERATE)
            .withHandle(handle ->
                handle.createQuery("select next - 1 from journal_head").mapTo(Long.class).one());
    house.learn().wake(last);
    if (!house.learn().await(last, Duration.ofSeconds(30))) {
      throw new IllegalStateException("the model did not follow");
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
