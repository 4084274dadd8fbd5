package org.aboveboard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  /// A policy and the versions before it.
  private record History(Policy policy, List<Policy> earlier) {
    static History of(Policy now, Policy... before) {
      var meanings =
          Stream.of(before).flatMap(one -> one.purposes().stream().map(one::meaning)).toList();
      return new History(now.after(meanings), List.of(before));
    }
  }

  @TempDir private Path target;

  @Test
  void compiledAndSlowDecisionsAgree() {
    agreeOn(1_000_000);
  }

  @Test
  @Tag("full")
  void compiledAndSlowDecisionsAgreeOnTenMillion() {
    agreeOn(10_000_000);
  }

  private void agreeOn(int pairs) {
    var bookshop = Said.BOOKSHOP;
    var histories =
        List.of(
            History.of(bookshop), everyBasis(), wider(bookshop), narrower(bookshop), forbidding());
    var policies = histories.stream().map(History::policy).toList();
    var reasons = EnumSet.noneOf(Reason.class);
    var allowed = 0;
    for (long seed = 0; seed < pairs; seed++) {
      var random = new SplittableRandom(seed);
      var history = pick(random, histories);
      var policy = history.policy();
      var said = choices(random, history);
      var question = question(random, policies, policy);
      var now = moment(random);
      var occurred = occurred(random, policy, question);
      var reference = new Reference(policy, history.earlier());
      var compiled = policy.decide(question, Standing.of(said), occurred, now);
      var slow = reference.denial(question, said, occurred, now);
      assertThat(denial(compiled)).as("fails for seed %d", seed).isEqualTo(slow);
      slow.ifPresent(reasons::add);
      if (compiled instanceof Decision.Allow(_, Obligations duties)) {
        allowed++;
        assertThat(duties.signals())
            .as("signals, seed %d", seed)
            .isEqualTo(reference.signals(question, said));
        assertThat(days(duties.keep().events(), now))
            .as("kept, seed %d", seed)
            .isEqualTo(reference.daysKept(question, said, now));
      }
    }
    assertThat(allowed).as("allowances met").isGreaterThan(pairs / 100);
    reasons.add(Reason.NOT_FOR_EVERYBODY);
    assertThat(reasons).as("every reason was met").hasSize(Reason.values().length);
  }

  private static long days(Period period, Instant now) {
    var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    return today.plus(period).toEpochDay() - today.toEpochDay();
  }

  /// With an assessed and approved invasive purpose that guardians may allow, and one that rests on
  /// an interest.
  private History everyBasis() {
    var signer = Signer.fresh();
    var folder =
        signer
            .join(Folder.bookshop(target.resolve("every")))
            .replace(
                "purposes/taste-profile.yaml",
                "level: invasive",
                "level: invasive\nminors: guardian")
            .replace("purposes/order-service.yaml", "basis: contract", "basis: legitimateInterest")
            .replace("purposes/order-service.yaml", "audit]", "audit, disclose]");
    var policy = Signer.assess(folder).read();
    var until = LocalDate.of(2026, 12, 31);
    return History.of(policy.with(List.of(signer.approve(policy, "taste-profile", until))));
  }

  /// The bookshop after it has widened in every way.
  private History wider(Policy before) {
    return History.of(
        Folder.bookshop(target.resolve("wider"))
            .replace(SUGGESTIONS, "retention: P90D", "retention: P180D")
            .replace(SUGGESTIONS, "train, audit]", "train, audit, disclose]")
            .replace(
                "events/added-to-cart.yaml",
                "purposes: [order-service]\nfields",
                "signal: views\npurposes: [order-service, recommendations]\nfields")
            .replace(
                SUGGESTIONS,
                "  ratings:\n",
                "  basket:\n    necessity: optional\n    because: {en: a, de: b}\n  ratings:\n")
            .write(
                "surfaces/lobby.yaml",
                "label: {en: Lobby, de: Halle}\npurposes: [recommendations]\nfallback: editorial\nlength: 3\n")
            .read(),
        before);
  }

  /// The bookshop after it has narrowed in every way, and one surface takes purchases alone.
  private History narrower(Policy before) {
    return History.of(
        Folder.bookshop(target.resolve("narrower"))
            .replace(
                SUGGESTIONS,
                "retention: P90D",
                "retention: {events: P60D, model: P30D, answers: P7D}")
            .replace(
                SUGGESTIONS, "signals: [views, purchases, ratings]", "signals: [views, purchases]")
            .replace(SUGGESTIONS, "explain, train", "train")
            .replace("surfaces/basket.yaml", "purposes: [recommendations]", "purposes: []")
            .replace("surfaces/item-page.yaml", "fallback:", "signals: [purchases]\nfallback:")
            .read(),
        before);
  }

  /// With a parent category that is forbidden for some uses, and a model that may not know ratings.
  private History forbidding() {
    return History.of(
        Folder.bookshop(target.resolve("forbidding"))
            .write(
                "prohibitions/behaviour.yaml",
                "label: {en: No, de: Nein}\ncategories: [behaviour]\nuses: [explain, audit]\npurposes: [recommendations]\n")
            .write(
                "prohibitions/ratings.yaml",
                "label: {en: No, de: Nein}\ncategories: [ratings]\nuses: [collect]\n")
            .replace("models/what-goes-together.yaml", "prohibited: [", "prohibited: [ratings, ")
            .read());
  }

  private static Optional<Reason> denial(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> Optional.empty();
      case Decision.Deny deny -> Optional.of(deny.reason());
    };
  }

  private static List<Choice> choices(RandomGenerator random, History history) {
    var choices = new ArrayList<Choice>();
    var count = random.nextInt(6);
    for (var index = 1; index <= count; index++) {
      choices.add(choice(random, history, index));
    }
    return choices;
  }

  private static Choice choice(RandomGenerator random, History history, int index) {
    var versions = new ArrayList<>(List.of(history.policy()));
    versions.addAll(history.earlier());
    var purpose = pick(random, pick(random, versions).purposes());
    var kind = random.nextInt(3) == 0 ? pick(random, KINDS) : Choice.Kind.GIVEN;
    return new Choice(
        index,
        about(random, history.policy(), purpose, kind),
        kind,
        moment(random),
        random.nextInt(4) == 0 ? Optional.of(moment(random)) : Optional.empty(),
        kind == Choice.Kind.KEPT
            ? Optional.of(Period.ofDays(1 + random.nextInt(200)))
            : Optional.empty(),
        random.nextInt(8) == 0 ? "old" : purpose.digest(),
        pick(random, EVIDENCE),
        random.nextBoolean(),
        random.nextInt(3) == 0,
        false,
        kind == Choice.Kind.CONTRADICTED ? Optional.of("gpc") : Optional.empty());
  }

  private static String about(
      RandomGenerator random, Policy policy, Purpose purpose, Choice.Kind kind) {
    var isPause = kind == Choice.Kind.PAUSED || kind == Choice.Kind.RESUMED;
    if (isPause && random.nextBoolean()) {
      return Choice.EVERYTHING;
    }
    return switch (random.nextInt(10)) {
      case 0 -> Choice.surface(pick(random, SURFACES));
      case 1 -> Choice.signal(pick(random, policy.signals()).id());
      default -> purpose.id();
    };
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
        new Circumstances(
            new OptOuts(random.nextInt(4) == 0, no),
            random.nextInt(6) == 0,
            random.nextBoolean(),
            random.nextInt(20) > 0));
  }

  /// Sometimes an event to be collected, one that its purpose gets.
  private static Optional<Rule.Occurred> occurred(
      RandomGenerator random, Policy policy, Question question) {
    var events =
        policy.events().stream()
            .filter(event -> event.purposes().contains(question.purpose().id()))
            .toList();
    return question.use() == Use.COLLECT && !events.isEmpty() && random.nextBoolean()
        ? Optional.of(new Rule.Occurred(pick(random, events), moment(random)))
        : Optional.empty();
  }

  /// One of a few moments over two years, so that ties and both sides of each end are met.
  private static Instant moment(RandomGenerator random) {
    return START.plusSeconds(random.nextInt(12) * 61L * 86_400);
  }

  private static <T> T pick(RandomGenerator random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
