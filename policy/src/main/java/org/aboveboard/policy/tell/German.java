package org.aboveboard.policy.tell;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;

/// German, which says "du".
record German() implements Tongue {
  private static final Labels LABELS =
      new Labels(
          "Behalten",
          "Geteilt",
          "Wenn du Nein sagst",
          "Was genau genutzt wird",
          "Lass weg, was wir nicht sehen sollen",
          "Alles darüber",
          "Einklappen",
          "Ändern geht immer unter",
          "Privatsphäre",
          "Dein Browser bittet uns, es zu lassen (Global Privacy Control). Ein Ja hier gilt dafür"
              + " allein.",
          "Was anders ist:");

  @Override
  public Language language() {
    return Language.DE;
  }

  @Override
  public String list(List<String> things) {
    return English.listed(things, " und ");
  }

  @Override
  public String period(Period period) {
    var parts =
        Stream.of(
                count(period.getYears(), "Jahr", "Jahre"),
                count(period.getMonths(), "Monat", "Monate"),
                count(period.getDays(), "Tag", "Tage"))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? "0 Tage" : list(parts);
  }

  private static String count(int number, String one, String many) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "1 " + one;
      default -> number + " " + many;
    };
  }

  @Override
  public String question(List<String> data, String purpose) {
    return list(data) + " für " + purpose + " nutzen?";
  }

  @Override
  public String yes(Optional<String> act) {
    return act.orElse("Nutzen");
  }

  @Override
  public String refusal() {
    return "nein";
  }

  @Override
  public String visit(Optional<String> act, Period longest) {
    return "Nur bei diesem Besuch, höchstens " + period(longest) + ": " + yes(act);
  }

  @Override
  public String kept(Period longest) {
    return period(longest) + ", dann gelöscht";
  }

  @Override
  public String shared(List<String> recipients) {
    return recipients.isEmpty() ? "mit niemandem" : "mit " + list(recipients);
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
        return "behalten wird es " + period(now) + ", nicht " + period(before);
      }

      @Override
      public String more(Kind kind, List<String> things) {
        return switch (kind) {
          case DATA -> "neu genutzt: " + list(things);
          case USES -> "es dient nun auch dazu: " + list(things);
          case ACTS -> "neu dabei: " + list(things);
          case PLACES -> "es zeigt sich nun auch hier: " + list(things);
          case RECIPIENTS -> "geteilt wird nun auch mit " + list(things);
        };
      }

      @Override
      public String otherwise() {
        return "die Bedeutung hat sich geändert";
      }
    };
  }
}
