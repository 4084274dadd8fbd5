package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.joining;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.read.Kind;

/// What is demanded of purposes in view of what is forbidden.
final class ProhibitionChecks {
  private static final String ANCHOR = "GDPR Art. 5(1)(a)";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("P-IMPOSSIBLE", "No purpose needs data that it may not use.", ANCHOR)
                  .and(Held.RUNTIME, "`Rule`: the decision denies"),
              in -> forbidden(in, Necessity.REQUIRED)),
          new Check(
              warning("P-FORBIDDEN", "No purpose names data that it may not use.", ANCHOR)
                  .and(Held.RUNTIME, "`Scope`: the data is left out"),
              in -> forbidden(in, Necessity.OPTIONAL)));

  private ProhibitionChecks() {}

  private static Stream<Remark> forbidden(Inspection in, Necessity necessity) {
    return in.policy().purposes().stream()
        .flatMap(purpose ->
            purpose.data().stream()
                .filter(need -> need.necessity() == necessity)
                .flatMap(need -> forbidden(in, purpose, need)));
  }

  private static Stream<Remark> forbidden(Inspection in, Purpose purpose, Need need) {
    return in.declared().prohibitions().stream()
        .filter(no -> in.declared().isPartOf(need.category(), no.categories()))
        .filter(no -> no.purposes().isEmpty() || no.purposes().contains(purpose.id()))
        .filter(no -> purpose.uses().stream().anyMatch(no.uses()::contains))
        .map(no -> remark(in, purpose, need, no));
  }

  private static Remark remark(Inspection in, Purpose purpose, Need need, Prohibition no) {
    var uses =
        purpose.uses().stream()
            .filter(no.uses()::contains)
            .sorted()
            .map(ProhibitionChecks::word)
            .collect(joining(", "));
    var then =
        need.necessity() == Necessity.REQUIRED
            ? "it can never run"
            : "people are told of more than is done";
    return new Remark(
        in.place(Kind.PURPOSE, purpose.id(), "data", need.category()),
        say(
            "%s forbids '%s' for: %s. So %s.",
            Kind.PROHIBITION.file(no.id()), need.category(), uses, then),
        "Take the data or the use out here, or narrow what is forbidden.");
  }

  private static String word(Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
