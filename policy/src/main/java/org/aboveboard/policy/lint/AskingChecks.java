package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Asking;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Turn;

/// What is demanded of how people are asked, and of who may change what.
final class AskingChecks {
  private static final String ASKING = "asking.yaml";
  private static final String AGAIN = "DP20";
  private static final Period HALF_A_YEAR = Period.ofDays(180);
  private static final Period VISIT = Period.ofDays(1);
  private static final int ALONE_FROM = 16;

  static final List<Check> ALL =
      List.of(
          new Check(
              error(
                      AGAIN,
                      "Who said no is not asked again for half a year.",
                      "COM(2025) 837 Art. 88a, proposed")
                  .and(Held.READER, "`Unfair`"),
              in -> Stream.concat(again(in), told(in))),
          new Check(
              warning("DP22", "A visit brings one question.", "Cao 2021")
                  .and(Held.RUNTIME, "`Ask`, `SurfaceReader`"),
              AskingChecks::often),
          new Check(
              warning("O-MINORS", "Nobody under 16 is asked alone.", "GDPR Art. 8(1)"),
              AskingChecks::minors),
          new Check(
              warning("O-VISIT", "A yes for one visit ends within a day.", "GDPR Art. 5(1)(a)"),
              AskingChecks::visit),
          new Check(
              warning(
                  "O-ALONE", "No role can widen what is done with data alone.", "GDPR Art. 24(1)"),
              AskingChecks::alone));

  private AskingChecks() {}

  private static Asking asking(Inspection in) {
    return in.policy().asking();
  }

  private static Stream<Remark> again(Inspection in) {
    return Retention.isWithin(HALF_A_YEAR, asking(in).againAfter())
        ? Stream.empty()
        : Stream.of(
            new Remark(
                in.place(ASKING, "againAfter"),
                "Who said no is asked again before half a year is over: that wears people down.",
                "Write 'againAfter: P6M', or longer."));
  }

  private static Stream<Remark> told(Inspection in) {
    return WordingChecks.found(
        in,
        AGAIN,
        "tells those who say no that they are asked again.",
        "Take it out: 'againAfter' in asking.yaml says when, and it is not before half a year.");
  }

  private static Stream<Remark> often(Inspection in) {
    return asking(in).perSession() == 1
        ? Stream.empty()
        : Stream.of(
            new Remark(
                in.place(ASKING, "perSession"),
                say(
                    "A visit brings up to %d questions: an unexpected question is mostly refused.",
                    asking(in).perSession()),
                "Write 'perSession: 1', or why more are needed under 'accepted'."));
  }

  private static Stream<Remark> minors(Inspection in) {
    return asking(in).minorsUnder() >= ALONE_FROM
        ? Stream.empty()
        : Stream.of(
            new Remark(
                in.place(ASKING, "minorsUnder"),
                say(
                    "Children are asked alone from %d: the law says 16 where no country lowers it.",
                    asking(in).minorsUnder()),
                "Write 'minorsUnder: 16', or which country's law says less under 'accepted'."));
  }

  private static Stream<Remark> visit(Inspection in) {
    return Retention.isWithin(asking(in).visitLasts(), VISIT)
        ? Stream.empty()
        : Stream.of(
            new Remark(
                in.place(ASKING, "visitLasts"),
                "A yes for this visit alone holds for more than a day: that is no visit.",
                "Write 'visitLasts: P1D', or what makes a visit so long under 'accepted'."));
  }

  private static Stream<Remark> alone(Inspection in) {
    var roles = in.declared().changes().of(Turn.WIDENING);
    return roles.size() > 1
        ? Stream.empty()
        : Stream.of(
            new Remark(
                in.place("changes.yaml", "widening"),
                say(
                    "'%s' alone can widen what is done with people's data.",
                    String.join(", ", roles)),
                "Name a second role, or why one is enough under 'accepted'."));
  }
}
