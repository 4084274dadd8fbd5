package org.aboveboard.policy.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every rule there is, in the order in which the documentation lists them.
public final class Rules {
  /// A reason stands for a warning that is there.
  static final Rule REASON =
      Rule.warning(
          "R-STALE", "A reason stands only for a warning that is there.", "GDPR Art. 5(2)");

  /// What is measured to be of no use is not kept.
  public static final Rule NEED =
      Rule.held(
          Severity.WARNING,
          "D1-NEED",
          "What is kept makes the answers better.",
          "GDPR Art. 5(1)(c)",
          "`./aboveboard lint --measure`",
          Held.MEASUREMENT);

  static final List<Check> CHECKS =
      Stream.of(
              AskingChecks.ALL,
              OwnerChecks.ALL,
              DataChecks.ALL,
              PurposeChecks.ALL,
              ProhibitionChecks.ALL,
              AssessmentChecks.ALL,
              ApprovalChecks.ALL,
              VendorChecks.ALL,
              ModelChecks.ALL,
              SurfaceChecks.ALL,
              OversightChecks.ALL,
              ShowingChecks.ALL,
              WordingChecks.ALL,
              ActChecks.ALL,
              ReadingChecks.ALL,
              NamingChecks.ALL,
              List.of(Mentions.CHECK, FallbackChecks.CHECK, LanguageChecks.CHECK))
          .flatMap(List::stream)
          .toList();

  private static final List<String> SERIES = List.of("DP", "L", "XC");
  private static final Pattern NUMBERED = Pattern.compile("(DP|L|XC)([0-9]{1,2})");

  private Rules() {}

  public static List<Rule> all() {
    return Stream.of(
            Elsewhere.ALL.stream(), CHECKS.stream().map(Check::rule), Stream.of(REASON, NEED))
        .flatMap(rules -> rules)
        .sorted(Comparator.comparingInt(Rules::place))
        .toList();
  }

  /// Rules of the research by their numbers, all others after them as they come.
  private static int place(Rule rule) {
    var numbered = NUMBERED.matcher(rule.id());
    return numbered.matches()
        ? 100 * SERIES.indexOf(numbered.group(1)) + Integer.parseInt(numbered.group(2))
        : 100 * SERIES.size();
  }

  static Optional<Rule> named(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
