package org.aboveboard.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.aboveboard.policy.Admission;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Obligations;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Signer;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Turn;
import org.aboveboard.policy.Use;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What must hold of the difference between any two policies: pairs of random ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LatticeTest {
  private static final long SEED = 33;
  private static final int POLICIES = 100;
  private static final int PAIRS = 1_500;
  private static final int TRIES = 20;
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /// Where neither of two values is less, or whoever agreed is asked about less too, so that there
  /// and back can both be wider.
  private static final Set<String> NOT_A_LATTICE =
      Set.of(
          "PURPOSE basis",
          "PURPOSE number",
          "PURPOSE assessment",
          "EVENT type",
          "EVENT names",
          "EVENT item",
          "EVENT signal",
          "EVENT category",
          "EVENT fields.*.path",
          "EVENT fields.*.type",
          "EVENT fields.*.category",
          "EVENT fields.*.least",
          "EVENT fields.*.most",
          "CATEGORY sensitivity",
          "CATEGORY provenance",
          "CATEGORY parent",
          "SIGNAL counts",
          "MODEL limits.*",
          "SURFACE correct",
          "SURFACE correct.monitor",
          "SURFACE atLeast",
          "SEGMENT purpose",
          "GROUPS attribute",
          "GROUPS target",
          "MONITOR watches",
          "MONITOR surface",
          "MONITOR outcome",
          "MONITOR claim",
          "MONITOR every",
          "MONITOR closes",
          "EXPERIMENT surface",
          "EXPERIMENT purpose",
          "EXPERIMENT varies",
          "EXPERIMENT arms.*.share",
          "VENDOR party.name",
          "VENDOR party.country",
          "VENDOR transfer",
          "PERSON role",
          "PERSON key",
          "ORGANISATION jurisdiction",
          "ORGANISATION controller.name",
          "ORGANISATION controller.country",
          "ORGANISATION languages");

  private final Signer officer = Signer.fresh();
  private final List<Policy> policies = new ArrayList<>();
  private final List<Diff> diffs = new ArrayList<>();

  @BeforeAll
  void wander(@TempDir Path target) {
    var random = new SplittableRandom(SEED);
    var rich = Tree.of(Rich.policy(target, officer));
    policies.add(approved(rich.restore().orElseThrow()));
    while (policies.size() < POLICIES) {
      var steps = random.nextInt(4);
      var tree = rich;
      for (var step = 0; step <= steps; step++) {
        tree = step(random, tree);
      }
      policies.add(approved(tree.restore().orElseThrow()));
    }
    for (var pair = 0; pair < PAIRS; pair++) {
      // Many have the first one on one side, so that few changes meet.
      var near = random.nextInt(4);
      var before = policies.get(near == 0 ? 0 : random.nextInt(POLICIES));
      var after = policies.get(near == 1 ? 0 : random.nextInt(POLICIES));
      diffs.add(Diff.of(before, after));
    }
  }

  private static Tree step(RandomGenerator random, Tree tree) {
    var mutations = new Mutations(tree);
    while (true) {
      var next = mutations.any(random).tree();
      if (next.restore().isPresent()) {
        return next;
      }
    }
  }

  private Policy approved(Policy policy) {
    return policy.with(
        List.of(officer.approve(policy, "taste-profile", LocalDate.of(2027, 6, 30))));
  }

  private interface Property {
    void hold(RandomGenerator random, Policy before, Policy after, Diff diff);
  }

  private void forAllPairs(Property property) {
    for (var seed = 0; seed < PAIRS; seed++) {
      var diff = diffs.get(seed);
      try {
        property.hold(new SplittableRandom(seed), diff.before(), diff.after(), diff);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails for seed " + seed + " of " + SEED, e);
      }
    }
  }

  @Test
  void nothingIsDifferentExactlyWhereTheDigestsAreEqual() {
    policies.forEach(policy -> assertThat(Diff.of(policy, policy).changes()).isEmpty());
    forAllPairs((_, before, after, diff) ->
        assertThat(diff.isEmpty()).isEqualTo(before.digest().equals(after.digest())));
  }

  @Test
  void otherWordsLeaveEveryMeaning() {
    var met = new TreeMap<String, Integer>();
    forAllPairs((_, before, after, diff) -> {
      for (var purpose : before.purposes()) {
        var isTouched =
            diff.changes().stream()
                .anyMatch(c -> c.turn() != Turn.WORDING && c.purposes().contains(purpose.id()));
        if (!isTouched && !diff.isEmpty()) {
          met.merge(purpose.id(), 1, Integer::sum);
          assertThat(after.purpose(purpose.id()).map(Purpose::digest))
              .as(purpose.id())
              .contains(purpose.digest());
        }
      }
    });
    assertThat(met).hasSize(5);
  }

  @Test
  void thoseAreAskedAgainWhoAgreedToLess() {
    var met = new TreeMap<Boolean, Integer>();
    forAllPairs((_, before, after, diff) -> {
      var known = after.after(before.purposes().stream().map(before::meaning).toList());
      var asked = new HashSet<String>();
      for (var purpose : after.purposes()) {
        var old = before.purpose(purpose.id()).filter(Purpose::isAsked);
        if (purpose.isAsked() && old.isPresent()) {
          var isCovered = known.isCovered(purpose, old.get().digest());
          met.merge(isCovered, 1, Integer::sum);
          assertThat(isCovered)
              .isEqualTo(after.meaning(purpose).isWithin(before.meaning(old.get())));
          assertThat(diff.changes().stream().noneMatch(c -> c.asksAgain(purpose.id())))
              .as(purpose.id())
              .isEqualTo(isCovered);
          if (!isCovered) {
            asked.add(purpose.id());
          }
        }
      }
      var told = new HashSet<String>();
      for (var one : diff.summary().asked()) {
        if (one instanceof Asked.Again again) {
          told.add(again.purpose().id());
          assertThat(again.about()).isNotEmpty();
        }
      }
      assertThat(told).isEqualTo(asked);
    });
    assertThat(met.values()).allMatch(count -> count > PAIRS / 20);
  }

  @Test
  void whatWidensThereNarrowsBack() {
    forAllPairs((_, before, after, diff) -> {
      var back = Diff.of(/* before= */ after, /* after= */ before);
      for (var change : diff.changes()) {
        assertThat(back.changes())
            .as("%s %s %s", change.thing(), change.key(), change.turn())
            .anyMatch(other -> isMirrored(change, other));
      }
    });
  }

  private static boolean isMirrored(Change there, Change back) {
    var isSame =
        there.thing().part() == back.thing().part()
            && there.thing().id().equals(back.thing().id())
            && there.key().equals(back.key());
    var key =
        there.thing().part()
            + " "
            + there.key().replaceAll("^(of|fields|limits|arms)[.][^.]+", "$1.*");
    return isSame
        && switch (there.turn()) {
          case WORDING -> back.turn() == Turn.WORDING;
          case NARROWING -> back.turn() == Turn.WIDENING;
          case WIDENING -> back.turn() == Turn.NARROWING || NOT_A_LATTICE.contains(key);
        };
  }

  @Test
  void anOldYesNeverAllowsMoreUnlessItIsToldSo() {
    var met = EnumSet.noneOf(Use.class);
    forAllPairs((random, before, after, diff) -> {
      var known = after.after(before.purposes().stream().map(before::meaning).toList());
      for (var tries = 0; tries < TRIES; tries++) {
        var now = pick(random, known.purposes());
        var then = before.purpose(now.id());
        if (then.isPresent() && !isToldToAllowMore(diff, then.get(), now)) {
          var use = pick(random, List.of(Use.values()));
          var surface = surface(random, before, use);
          var standing = standing(random, before, then.get());
          var circumstances = circumstances(random, before);
          var was = new Question(7, then.get(), use, surface, circumstances);
          var is = new Question(7, now, use, surface, circumstances);
          if (known.decide(is, standing, NOW) instanceof Decision.Allow(_, Obligations duties)) {
            met.add(use);
            assertThat(before.decide(was, standing, NOW))
                .as("%s %s %s", now.id(), use, surface)
                .isInstanceOfSatisfying(
                    Decision.Allow.class, allow -> assertWithin(duties, allow.obligations()));
          }
        }
      }
    });
    assertThat(met).containsExactlyInAnyOrder(Use.values());
  }

  @Test
  void anOldYesNeverKeepsMoreUnlessItIsToldSo() {
    var met = new TreeMap<String, Integer>();
    forAllPairs((random, before, after, diff) -> {
      var known = after.after(before.purposes().stream().map(before::meaning).toList());
      var event = pick(random, known.events());
      var standing = standing(random, before, pick(random, before.purposes()));
      var circumstances = circumstances(random, before);
      var was =
          before.events().stream()
              .filter(one -> one.id().equals(event.id()))
              .flatMap(one -> admitted(before, one, standing, circumstances).stream())
              .toList();
      for (var id : admitted(known, event, standing, circumstances)) {
        var then = before.purpose(id);
        var now = known.purpose(id).orElseThrow();
        if (then.isPresent() && !isToldToAllowMore(diff, then.get(), now)) {
          met.merge(id, 1, Integer::sum);
          assertThat(was).as(event.id()).contains(id);
        }
      }
    });
    assertThat(met).hasSizeGreaterThan(2);
  }

  private static List<String> admitted(
      Policy policy, EventType event, Standing standing, Circumstances circumstances) {
    return Admission.of(policy, event, 7, standing, circumstances, NOW, NOW).grants().stream()
        .map(grant -> grant.purpose().id())
        .toList();
  }

  /// Whether a change says that more may be done for a purpose though nobody is asked again.
  private static boolean isToldToAllowMore(Diff diff, Purpose before, Purpose after) {
    return diff.changes().stream()
        .filter(change -> !(change.isAgreed() && before.isAsked() && after.isAsked()))
        .anyMatch(change -> change.widens(after.id()));
  }

  private static void assertWithin(Obligations less, Obligations more) {
    assertThat(more.events()).containsAll(less.events());
    assertThat(more.fields()).containsAll(less.fields());
    assertThat(more.signals()).containsAll(less.signals());
    assertThat(less.keep().isWithin(more.keep())).as("%s within %s", less, more).isTrue();
  }

  private static Standing standing(RandomGenerator random, Policy before, Purpose purpose) {
    var choices = new ArrayList<Choice>();
    var at = NOW.minus(Duration.ofDays(random.nextInt(600)));
    choices.add(choice(1, purpose.id(), Choice.Kind.GIVEN, at, purpose.digest(), random));
    if (random.nextInt(4) == 0) {
      var off = Choice.signal(pick(random, before.signals()).id());
      choices.add(choice(2, off, Choice.Kind.WITHDRAWN, at, "", random));
    }
    if (random.nextInt(6) == 0) {
      var off = Choice.surface(pick(random, before.surfaces()).id());
      choices.add(choice(3, off, Choice.Kind.WITHDRAWN, at, "", random));
    }
    if (random.nextInt(10) == 0) {
      choices.add(choice(4, purpose.id(), Choice.Kind.REFUSED, at.plusSeconds(1), "", random));
    }
    return Standing.of(choices);
  }

  private static Choice choice(
      long index,
      String about,
      Choice.Kind kind,
      Instant at,
      String meaning,
      RandomGenerator random) {
    return new Choice(
        index,
        about,
        kind,
        at,
        Optional.empty(),
        Optional.empty(),
        meaning,
        Evidence.PROMPT,
        random.nextBoolean(),
        random.nextBoolean());
  }

  private static Circumstances circumstances(RandomGenerator random, Policy before) {
    var sent = OptOuts.of(random.nextInt(4) == 0);
    var refused =
        random.nextInt(6) == 0 ? sent.andNoTo(pick(random, before.purposes()).id()) : sent;
    return Circumstances.plain().with(refused).ofMinor(random.nextInt(5) == 0);
  }

  private static Optional<String> surface(RandomGenerator random, Policy policy, Use use) {
    return use == Use.SERVE || random.nextBoolean()
        ? Optional.of(pick(random, policy.surfaces()).id())
        : Optional.empty();
  }

  private static <T> T pick(RandomGenerator random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
