package org.aboveboard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compiled decision and the slow reading of the rules say the same on random pairs.
final class AgreementTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> SURFACES = List.of("home-row", "item-page", "basket", "lobby");
  private static final List<Use> USES = List.of(Use.values());
  private static final List<Choice.Kind> KINDS = List.of(Choice.Kind.values());
  private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

  @Test
  void compiledAndSlowDecisionsAgree(@TempDir Path folder) {
    agreeOn(1_000_000, folder);
  }

  @Test
  @Tag("full")
  void compiledAndSlowDecisionsAgreeOnTenMillion(@TempDir Path folder) {
    agreeOn(10_000_000, folder);
  }

  private static void agreeOn(int pairs, Path folder) {
    var policies = List.of(Said.BOOKSHOP, everyBasis(folder));
    var reasons = EnumSet.noneOf(Reason.class);
    var allowed = 0;
    for (long seed = 0; seed < pairs; seed++) {
      var random = new SplittableRandom(seed);
      var policy = pick(random, policies);
      var said = choices(random, policy);
      var question = question(random, policies, policy);
      var now = moment(random);
      var occurred = random.nextBoolean() ? Instant.MAX : moment(random);
      var compiled = policy.decide(question, Standing.of(said), occurred, now);
      var slow = new Reference(policy).denial(question, said, occurred, now);
      assertThat(denial(compiled)).as("fails for seed %d", seed).isEqualTo(slow);
      slow.ifPresent(reasons::add);
      allowed += slow.isEmpty() ? 1 : 0;
    }
    assertThat(allowed).as("allowances met").isGreaterThan(pairs / 100);
    reasons.add(Reason.NOT_FOR_EVERYBODY);
    assertThat(reasons).as("every reason was met").hasSize(Reason.values().length);
  }

  /// The bookshop with an approved invasive purpose and one that rests on an interest.
  private static Policy everyBasis(Path target) {
    return Folder.bookshop(target)
        .replace("purposes/taste-profile.yaml", "approved: false", "approved: true")
        .replace("purposes/order-service.yaml", "basis: contract", "basis: legitimateInterest")
        .replace("purposes/order-service.yaml", "audit]", "audit, disclose]")
        .read();
  }

  private static Optional<Reason> denial(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> Optional.empty();
      case Decision.Deny deny -> Optional.of(deny.reason());
    };
  }

  private static List<Choice> choices(RandomGenerator random, Policy policy) {
    var choices = new ArrayList<Choice>();
    var count = random.nextInt(6);
    for (var index = 1; index <= count; index++) {
      choices.add(choice(random, policy, index));
    }
    return choices;
  }

  private static Choice choice(RandomGenerator random, Policy policy, int index) {
    var purpose = pick(random, policy.purposes());
    var kind = random.nextInt(3) == 0 ? pick(random, KINDS) : Choice.Kind.GIVEN;
    var isPause = kind == Choice.Kind.PAUSED || kind == Choice.Kind.RESUMED;
    return new Choice(
        index,
        isPause && random.nextBoolean() ? Choice.EVERYTHING : purpose.id(),
        kind,
        moment(random),
        random.nextInt(4) == 0 ? Optional.of(moment(random)) : Optional.empty(),
        random.nextInt(8) == 0 ? "old" : purpose.digest(),
        pick(random, EVIDENCE),
        random.nextBoolean());
  }

  private static Question question(RandomGenerator random, List<Policy> all, Policy policy) {
    var from = random.nextInt(20) == 0 ? pick(random, all) : policy;
    var no =
        random.nextInt(6) == 0 ? Set.of(pick(random, policy.purposes()).id()) : Set.<String>of();
    return new Question(
        random.nextLong(100),
        pick(random, from.purposes()),
        pick(random, USES),
        random.nextBoolean() ? Optional.of(pick(random, SURFACES)) : Optional.empty(),
        new OptOuts(random.nextInt(4) == 0, no),
        random.nextBoolean());
  }

  /// One of a few moments over two years, so that ties and both sides of each end are met.
  private static Instant moment(RandomGenerator random) {
    return START.plusSeconds(random.nextInt(12) * 61L * 86_400);
  }

  private static <T> T pick(RandomGenerator random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
