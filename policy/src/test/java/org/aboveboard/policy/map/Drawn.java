package org.aboveboard.policy.map;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aboveboard.policy.Aliases;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Oversight;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Said;
import org.aboveboard.policy.Sensitivity;
import org.aboveboard.policy.Showing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.Vendor;

/// Policies drawn by chance, of any size.
final class Drawn {
  private final SplittableRandom random;
  private final int size;

  private Drawn(SplittableRandom random, int purposes) {
    this.random = random;
    this.size = purposes;
  }

  /// A policy of so many purposes, and about as many of everything else.
  static Policy policy(SplittableRandom random, int purposes) {
    return Policy.of(new Drawn(random, purposes).declared());
  }

  private Declared declared() {
    var like = Said.BOOKSHOP.declared();
    return new Declared(
        like.organisation(),
        like.asking(),
        like.changes(),
        like.approvers(),
        like.roles(),
        like.people(),
        all("c", size, Drawn::category),
        List.of(),
        all("e", size, this::event),
        IntStream.range(0, size).mapToObj(this::purpose).toList(),
        all("s", 1 + size / 2, this::surface),
        all("v", size / 3, this::vendor),
        all("m", size / 2, this::model),
        List.of(),
        List.of(),
        Oversight.NONE);
  }

  private static <T> List<T> all(String letter, int count, Function<String, T> make) {
    return ids(letter, count).map(make).toList();
  }

  private static Stream<String> ids(String letter, int count) {
    IntFunction<String> id = i -> letter + i;
    return IntStream.range(0, count).mapToObj(id);
  }

  /// One to three ids of a kind.
  private Set<String> some(String letter, int count) {
    var some = new ArrayList<String>();
    for (int i = 0; i < 1 + random.nextInt(3) && count > 0; i++) {
      some.add(letter + random.nextInt(count));
    }
    return some.stream().collect(toUnmodifiableSet());
  }

  private static Category category(String id) {
    return new Category(
        id, text(id), Sensitivity.ORDINARY, Provenance.OBSERVED, Optional.empty(), Aliases.none());
  }

  private EventType event(String id) {
    return new EventType(
        id,
        text(id),
        "track",
        Set.of(id),
        Optional.empty(),
        Optional.empty(),
        "c" + random.nextInt(size),
        some("p", size),
        List.of());
  }

  private Purpose purpose(int number) {
    var id = "p" + number;
    return new Purpose(
        id,
        number,
        text(id),
        text(id),
        Optional.empty(),
        Basis.CONSENT,
        Level.GENERAL,
        Set.of(Use.COLLECT, Use.SERVE),
        some("c", size).stream()
            .map(category -> new Need(category, Necessity.REQUIRED, text(id)))
            .toList(),
        Set.of(),
        Aliases.none(),
        Retention.of(Period.ofDays(30)),
        Period.ofDays(30),
        random.nextBoolean() ? List.copyOf(some("v", size / 3)) : List.of(),
        "model-owner",
        text(id),
        Minors.EXCLUDE,
        Optional.empty(),
        "");
  }

  private Surface surface(String id) {
    return new Surface(
        id,
        text(id),
        List.copyOf(some("p", size)),
        Optional.empty(),
        Fallback.POPULAR,
        Surface.NO_WINDOW,
        false,
        false,
        4,
        Showing.PLAIN);
  }

  private Vendor vendor(String id) {
    return new Vendor(
        id,
        text(id),
        Said.BOOKSHOP.organisation().controller(),
        Vendor.Role.PROCESSOR,
        some("c", size),
        text(id),
        Said.NOON.atOffset(ZoneOffset.UTC).toLocalDate(),
        List.of(),
        Optional.empty());
  }

  private Model model(String id) {
    return new Model(
        id,
        text(id),
        text(id),
        "model-owner",
        some("p", size),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of());
  }

  private static Text text(String id) {
    return Text.of(Language.EN, id);
  }
}
