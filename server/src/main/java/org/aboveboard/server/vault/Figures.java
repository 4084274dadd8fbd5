package org.aboveboard.server.vault;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.aboveboard.fairness.noise.Budget;
import org.aboveboard.fairness.noise.DiscreteLaplace;
import org.aboveboard.fairness.noise.Noise;
import org.aboveboard.fairness.noise.Release;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.vault.FigureStore.Begun;
import org.aboveboard.server.vault.FigureStore.Drawn;

/// Counts of the volunteers as everybody may see them: with noise, within one budget a quarter.
///
/// A person is counted once in each segment and once among all, so what all figures of a quarter
/// tell of one person adds up to what was spent. Each is drawn once in a quarter and kept before it
/// is shown; whoever asks again gets the same.
public final class Figures {
  /// What all figures of a quarter may tell of a person, in epsilon.
  static final BigDecimal EPSILON = new BigDecimal("2");

  private static final String PEOPLE = "people";

  /// With this chance the noise of a count is no larger than [#margin].
  static final double CHANCE = 0.95;

  /// With this chance noise does not lift a count over what is shown at the least.
  private static final double NEARLY_SURELY = 0.999999;

  private static final Noise OF_A_SEGMENT = new DiscreteLaplace(new BigDecimal("0.5"), 1);
  private static final Noise OF_ALL = new DiscreteLaplace(new BigDecimal("0.25"), 1);

  private final FigureStore store;
  private final Vault vault;
  private final Declaration declaration;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Figures(Pools pools, Vault vault, Declaration declaration, InstantSource clock) {
    this(pools, vault, declaration, clock, new SecureRandom());
  }

  /// @param random nobody must be able to foretell it; one with a seed is for tests
  Figures(
      Pools pools,
      Vault vault,
      Declaration declaration,
      InstantSource clock,
      RandomGenerator random) {
    this.store = new FigureStore(pools, clock);
    this.vault = vault;
    this.declaration = declaration;
    this.clock = clock;
    this.random = random;
  }

  /// What came of publishing.
  public sealed interface Published {
    /// It is out, now or since earlier in the quarter.
    record Out(Figure figure) implements Published {}

    /// The budget of the quarter is spent.
    record Spent(String quarter) implements Published {}
  }

  /// Publishes the counts of a segment for this quarter, unless they are out already.
  public Published publish(Segment segment) {
    Quarter quarter = Quarter.of(clock.instant());
    short number = declaration.now().number(segment);
    return store
        .find(segment, number)
        .filter(figure -> figure.quarter().equals(quarter.toString()))
        .<Published>map(Published.Out::new)
        .orElseGet(() -> publish(quarter, segment, number));
  }

  private Published publish(Quarter quarter, Segment segment, short number) {
    Map<String, Long> counts = vault.counts(segment);
    long people = vault.people();
    return store
        .publish(quarter, segment, number, begun -> drawn(segment, counts, people, begun))
        .<Published>map(Published.Out::new)
        .orElseGet(() -> new Published.Spent(quarter.toString()));
  }

  /// The counts with noise, and how many people there are, which is drawn once a quarter; nothing
  /// where the budget does not bear it.
  private Optional<Drawn> drawn(
      Segment segment, Map<String, Long> counts, long people, Optional<Begun> begun) {
    Budget budget =
        begun
            .map(before -> new Budget(EPSILON, BigDecimal.ZERO, before.spent(), BigDecimal.ZERO))
            .orElseGet(() -> Budget.of(EPSILON));
    return switch (Release.of(counts, OF_A_SEGMENT, budget, random)) {
      case Release.Refused _ -> Optional.empty();
      case Release.Published(var noisy, _, var left) -> {
        Map<String, OptionalLong> shown = shown(segment, counts, noisy);
        yield begun
            .map(before -> new Drawn(shown, before.people(), left.pure()))
            .or(() -> withPeople(shown, people, left));
      }
    };
  }

  private Optional<Drawn> withPeople(Map<String, OptionalLong> shown, long people, Budget budget) {
    return switch (Release.of(Map.of(PEOPLE, people), OF_ALL, budget, random)) {
      case Release.Refused _ -> Optional.empty();
      case Release.Published(var noisy, _, var left) ->
          Optional.of(new Drawn(shown, noisy.getOrDefault(PEOPLE, 0L), left.pure()));
    };
  }

  /// A count is shown if at least the smallest group answered so, and if it lies so far above that
  /// noise alone does not explain it: that it is shown tells of nobody by itself.
  private static Map<String, OptionalLong> shown(
      Segment segment, Map<String, Long> counts, Map<String, Long> noisy) {
    long least = segment.smallest() + OF_A_SEGMENT.margin(NEARLY_SURELY);
    Map<String, OptionalLong> shown = new LinkedHashMap<>();
    segment
        .answers()
        .keySet()
        .forEach(answer -> {
          long count = counts.getOrDefault(answer, 0L);
          long told = noisy.getOrDefault(answer, 0L);
          boolean isShown = count >= segment.smallest() && told >= least;
          shown.put(answer, isShown ? OptionalLong.of(told) : OptionalLong.empty());
        });
    return shown;
  }

  /// The counts of a segment that were published last.
  public Optional<Figure> latest(Segment segment) {
    return store.find(segment, declaration.now().number(segment));
  }

  /// How far a count is off at most, but for one time in twenty.
  public static long margin() {
    return OF_A_SEGMENT.margin(CHANCE);
  }
}
