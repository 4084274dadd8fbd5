package org.aboveboard.policy.tell;

import static java.util.stream.Collectors.joining;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;

/// English.
record English() implements Tongue {
  private static final Labels LABELS =
      new Labels(
          "Kept",
          "Shared",
          "If you say no",
          "What exactly is used",
          "Leave out what you do not want looked at",
          "All about it",
          "Fold this away",
          "Change it any time in",
          "Privacy options",
          "Your browser asks us not to (Global Privacy Control). A yes here counts for this alone.",
          "What is different:");

  @Override
  public Language language() {
    return Language.EN;
  }

  @Override
  public String list(List<String> things) {
    return listed(things, " and ");
  }

  static String listed(List<String> things, String and) {
    var last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : things.stream().limit(last).collect(joining(", ")) + and + things.get(last);
  }

  @Override
  public String period(Period period) {
    var parts =
        Stream.of(
                count(period.getYears(), "year"),
                count(period.getMonths(), "month"),
                count(period.getDays(), "day"))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? "0 days" : list(parts);
  }

  private static String count(int number, String what) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "1 " + what;
      default -> number + " " + what + "s";
    };
  }

  @Override
  public String question(List<String> data, String purpose) {
    return "Use your " + list(data) + " for " + purpose + "?";
  }

  @Override
  public String yes(Optional<String> act) {
    return act.orElse("Use it");
  }

  @Override
  public String refusal() {
    return "no";
  }

  @Override
  public String visit(Optional<String> act, Period longest) {
    return yes(act) + " only this visit, for " + period(longest) + " at most";
  }

  @Override
  public String kept(Period longest) {
    return period(longest) + ", then erased";
  }

  @Override
  public String shared(List<String> recipients) {
    return recipients.isEmpty() ? "with no one" : "with " + list(recipients);
  }

  @Override
  public Labels labels() {
    return LABELS;
  }

  @Override
  public Differences differences() {
    return new Differences() {
      @Override
      public String longer(Period now, Period before) {
        return "it is kept " + period(now) + ", not " + period(before);
      }

      @Override
      public String more(Kind kind, List<String> things) {
        return switch (kind) {
          case DATA -> "it also uses your " + list(things);
          case USES -> "it is also used to " + list(things);
          case ACTS -> "it also looks at what you " + list(things);
          case PLACES -> "it also shows at " + list(things);
          case RECIPIENTS -> "it is also shared with " + list(things);
        };
      }

      @Override
      public String otherwise() {
        return "what it means has changed";
      }
    };
  }
}
