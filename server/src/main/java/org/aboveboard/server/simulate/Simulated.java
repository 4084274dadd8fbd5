package org.aboveboard.server.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.consent.Consents.Brought;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.subject.Subject;

/// A real house in a folder of its own that made-up people visit. Its days pass when they are told
/// to; everything else in it is as it is for people.
///
/// What anybody does waits until the model has followed, so that the same visits in the same order
/// come to the same.
final class Simulated implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final House house;
  private final Days days;
  private final Scenario scenario;
  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private int acts;

  private Simulated(House house, Days days, Scenario scenario) {
    this.house = house;
    this.days = days;
    this.scenario = scenario;
  }

  /// Opens an empty house with a policy.
  static Simulated open(Path folder, ReadPolicy policy, Scenario scenario, InstantSource machine)
      throws IOException, PolicyFaults {
    Days days = Days.from(machine.instant(), machine);
    Options options = new Options(folder, folder, Optional.empty(), true, scenario.ridge(), 0);
    return new Simulated(
        House.open(policy, options, days, machine, new SplittableRandom(scenario.seed())),
        days,
        scenario);
  }

  /// What somebody did something with.
  record Deed(String name, int work) {}

  /// A list as it was shown.
  ///
  /// @param works the places of the works in the population, best first
  record Shown(List<Integer> works, boolean isPersonal) {
    Shown {
      works = List.copyOf(works);
    }

    int[] places() {
      return works.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// Puts the works on the shelves.
  void stock(List<Work> works) {
    house.catalogue().put(works.stream().map(Work::put).toList());
    for (int place = 0; place < works.size(); place++) {
      String id = works.get(place).id();
      placeOf.put(house.catalogue().find(id).orElseThrow().number(), place);
    }
  }

  /// People who say yes to whatever they are asked; it counts in a demonstration alone.
  void enrol(Collection<String> names) {
    Set<String> all = new LinkedHashSet<>(names);
    Map<String, Subject> subjects = house.subjects().enrol(all);
    List<Brought> brought = new ArrayList<>();
    for (String name : all) {
      Subject subject = Optional.ofNullable(subjects.get(name)).orElseThrow();
      asked()
          .forEach(purpose ->
              brought.add(
                  new Brought(
                      subject, Yes.lasting(purpose, days.instant(), "made up to simulate"))));
    }
    house.consents().bring(Evidence.DEMONSTRATION, brought);
  }

  private List<Purpose> asked() {
    Policy policy = house.declaration().now().policy();
    return policy.purposes().stream()
        .filter(purpose -> purpose.isAsked() && policy.closed(purpose, days.instant()).isEmpty())
        .toList();
  }

  /// Takes back whatever somebody said yes to.
  void withdraw(String name) {
    asked()
        .forEach(purpose ->
            house.rights().choose().withdraw(name, purpose, How.page("privacy-options")));
  }

  /// Shows somebody a list.
  Shown show(String name) {
    Wish usual = Wish.of(surface(), Optional.of(name));
    Wish wish =
        new Wish(
            usual.surface(),
            usual.subject(),
            scenario.listLength(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Sent.NOTHING,
            false);
    Recorded record = house.recommend().answer(wish).record();
    List<Integer> works = record.picks().stream().map(this::place).toList();
    return new Shown(works, record.level() != Level.NONE && record.level() != Level.CONTEXT);
  }

  private Integer place(Pick pick) {
    return Optional.ofNullable(placeOf.get(pick.item())).orElseThrow();
  }

  private Surface surface() {
    return house.declaration().now().policy().surface(scenario.surface()).orElseThrow();
  }

  /// Brings in what people did, in order, and waits until the model has learnt from it.
  void take(List<Deed> deeds, List<Work> works) throws InterruptedException {
    EventType type = deed();
    List<Arrival> arrivals = new ArrayList<>();
    for (Deed deed : deeds) {
      arrivals.add(arrival(deed.name(), works.get(deed.work()).id(), type));
    }
    long last = -1;
    for (Taken taken : house.collect().take(arrivals)) {
      last =
          switch (taken) {
            case Taken.Kept(long index) -> Math.max(last, index);
            case Taken.Repeated _, Taken.Withheld _ -> last;
          };
    }
    learn(last);
  }

  private Arrival arrival(String name, String work, EventType type) {
    return new Arrival(
        "deed-" + acts++,
        name,
        type,
        List.of(work),
        values(type),
        days.instant(),
        days.instant(),
        OptOuts.none(),
        false);
  }

  /// The act that weighs least among those that are learnt from, such as looking at something.
  private EventType deed() {
    Policy policy = house.declaration().now().policy();
    return policy.events().stream()
        .filter(type -> signal(policy, type).isPresent())
        .min(
            Comparator.comparingInt(
                    (EventType type) -> signal(policy, type).map(Signal::weight).orElse(0))
                .thenComparing(EventType::id))
        .orElseThrow();
  }

  private static Optional<Signal> signal(Policy policy, EventType type) {
    return policy.signals().stream()
        .filter(signal -> type.signal().filter(signal.id()::equals).isPresent())
        .findFirst();
  }

  /// What makes it count, such as four stars.
  private Map<String, List<JsonNode>> values(EventType type) {
    Map<String, List<JsonNode>> values = new HashMap<>();
    signal(house.declaration().now().policy(), type)
        .flatMap(Signal::counts)
        .ifPresent(
            least -> values.put(least.field(), List.of(DoubleNode.valueOf(least.atLeast()))));
    return values;
  }

  /// Puts another policy in force, as `apply` does.
  void apply(ReadPolicy policy) throws PolicyFaults, InterruptedException {
    long index = new VersionStore(house.pools(), house.journal(), days).put(policy);
    if (!house.lease().awaitHeard(index, Lease.EVERYBODY, PATIENCE)) {
      throw new IllegalStateException("the house did not hear of its policy");
    }
    house.declaration().follow();
    house.retain().run();
    learn(index);
  }

  /// Ends the day and begins the next.
  void nextDay() {
    new Nights(house, days).pass();
  }

  /// How many alarms are open.
  int alarms() {
    return open().size();
  }

  List<Alarm> open() {
    return house.alarms().open();
  }

  private void learn(long index) throws InterruptedException {
    if (!house.learn().await(index, PATIENCE)) {
      throw new IllegalStateException("the model did not follow to " + index);
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
