package org.aboveboard.server.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.ItemPut;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.demo.Bookshop;
import org.aboveboard.server.demo.Bookshop.Person;
import org.aboveboard.server.demo.Personas;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.rights.Erase;
import org.aboveboard.server.subject.SubjectStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A demonstration with all books of the made-up bookshop and a few hundred of its people.
@Singleton
final class SmallShop {
  private static final long SEED = 2026;
  private static final int PEOPLE = 400;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject Catalogue catalogue;
  @Inject SubjectStore subjects;
  @Inject Consents consents;
  @Inject Collect collect;
  @Inject Declaration declaration;
  @Inject Learn learn;
  @Inject Erase erase;
  @Inject InstantSource clock;

  @ConfigProperty(name = "aboveboard.data")
  Path data;

  /// A server of its own, with an empty store, as a demonstration.
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Path root = Path.of(System.getProperty("aboveboard.root", ".."));
      try {
        Path data =
            Files.createTempDirectory(Files.createDirectories(Path.of("target/stores")), "s");
        return Map.of(
            "aboveboard.data", data.toAbsolutePath().toString(),
            "aboveboard.policy", root.resolve("policies/bookshop").toAbsolutePath().toString(),
            "aboveboard.demonstration", "true");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void open() throws IOException, InterruptedException {
    if (catalogue.size() == 0) {
      Bookshop shop = Bookshop.of(SEED, clock.instant());
      stock(shop);
      fill(shop);
      Personas.keep(data, shop.personas().stream().flatMap(one -> one.history().stream()).toList());
    }
  }

  private void stock(Bookshop shop) {
    catalogue.put(
        shop.items().stream()
            .map(line ->
                new ItemPut(
                    line.id(),
                    line.title(),
                    line.provider(),
                    line.categories(),
                    line.attributes(),
                    line.published(),
                    true))
            .toList());
  }

  private void fill(Bookshop shop) throws InterruptedException {
    Set<String> names =
        shop.people().stream().limit(PEOPLE).map(Person::subject).collect(Collectors.toSet());
    Instant before = clock.instant().minus(Bookshop.REACH).minus(Duration.ofDays(1));
    consents.bring(
        subjects.enrol(names).values(),
        suggestions(),
        Evidence.DEMONSTRATION,
        before,
        "made up for a test");
    List<Arrival> arrivals = new ArrayList<>();
    for (EventLine event : shop.events()) {
      if (names.contains(event.subject())) {
        arrivals.add(arrival(event, arrivals.size()));
      }
    }
    learn.hold();
    collect.take(arrivals);
    learn.release();
    long all = learn.progress().index() + learn.progress().pending();
    if (!learn.await(all, PATIENCE)) {
      throw new IllegalStateException("the model was not built in time");
    }
  }

  /// Erases the people that one can be, so that each test begins with somebody who is not known.
  void forgetPersonas() {
    List.of("u:ana", "u:ben", "u:chi", "u:dee")
        .forEach(name -> erase.begin(name).ifPresent(job -> await(job.id())));
  }

  private void await(UUID job) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (erase.find(job).filter(one -> one.state().equals("running")).isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("an erasure does not end");
      }
      Thread.onSpinWait();
    }
  }

  Purpose suggestions() {
    return declaration.now().policy().purpose("recommendations").orElseThrow();
  }

  private Arrival arrival(EventLine event, int place) {
    return new Arrival(
        "seed:" + place,
        event.subject(),
        type(event.event()),
        List.of(event.item()),
        event.value().isPresent()
            ? Map.<String, List<JsonNode>>of(
                "value", List.of(DoubleNode.valueOf(event.value().getAsDouble())))
            : Map.of(),
        event.at().orElse(clock.instant()),
        clock.instant(),
        OptOuts.none(),
        false);
  }

  private EventType type(String id) {
    return declaration.now().policy().events().stream()
        .filter(type -> type.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
