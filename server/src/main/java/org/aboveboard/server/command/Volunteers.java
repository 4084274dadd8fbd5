package org.aboveboard.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.House;
import org.aboveboard.server.consent.Consents.Brought;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.demo.Bookshop.Person;

/// People of the demonstration who say which part of town they live in, so that one can tell
/// whether all are served equally well. Their yes is made up as everybody's is.
record Volunteers(House house, List<Person> people) {
  private static final int ONE_IN = 25;
  private static final int AT_ONCE = 16;

  /// Lets every twenty-fifth of them answer what can be answered.
  void answer() {
    Policy policy = house.declaration().now().policy();
    for (Segment segment : policy.segments()) {
      Map<String, Person> willing = willing(segment);
      agree(policy.purpose(segment.purpose()).orElseThrow(), willing);
      try (ExecutorService desks = Executors.newFixedThreadPool(AT_ONCE)) {
        willing.forEach((name, person) ->
            desks.execute(
                () -> house.vault().give(name, segment, answer(person), OptOuts.none(), false)));
      }
    }
  }

  private Map<String, Person> willing(Segment segment) {
    Map<String, Person> willing = new TreeMap<>();
    for (int k = 0; k < people.size(); k += ONE_IN) {
      if (segment.answers().containsKey(answer(people.get(k)))) {
        willing.put(people.get(k).subject(), people.get(k));
      }
    }
    return willing;
  }

  private static String answer(Person person) {
    return person.side().name().toLowerCase(Locale.ROOT) + "-side";
  }

  private void agree(Purpose purpose, Map<String, Person> willing) {
    Instant now = house.clock().instant();
    List<Brought> brought = new ArrayList<>();
    house
        .subjects()
        .enrol(willing.keySet())
        .values()
        .forEach(subject ->
            brought.add(new Brought(subject, Yes.lasting(purpose, now, "made up to show"))));
    house.consents().bring(Evidence.DEMONSTRATION, brought);
  }
}
