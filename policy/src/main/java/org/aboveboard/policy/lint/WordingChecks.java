package org.aboveboard.policy.lint;

import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.List;
import java.util.stream.Stream;

/// What is demanded of the words that people read: none that press, threaten, blur or soothe.
final class WordingChecks {
  private static final String STIRRING = "EDPB 03/2022, stirring";

  static final List<Check> ALL =
      List.of(
          forbidden(
              error("L8", "No word leans on the reader.", STIRRING),
              "leans on the reader.",
              "Say what happens, without it."),
          forbidden(
              error("DP02", "A no is a no, and not \"later\".", "CCPA regs §7004(a)(2)(B)")
                  .and(Held.CONSTRUCTOR, "`Tongue.no`: made of the yes")
                  .and(Held.READER, "`Unfair`"),
              "says that a no changes nothing.",
              "Do nothing of it after a no, and say what people see instead."),
          forbidden(
              error("DP07", "Only a press of yes is a yes.", "EDPB 05/2020")
                  .and(Held.READER, "`Unfair`")
                  .and(Held.RUNTIME, "`DecisionTest.silenceIsNotConsent`"),
              "reads a yes out of something else than a press.",
              "Take it out: who presses nothing has agreed to nothing."),
          forbidden(
              error("DP09", "After a no there is an answer that knows nobody.", "GDPR Art. 7(4)")
                  .and(Held.CONSTRUCTOR, "`Fallback` has no other")
                  .and(Held.READER, "`SurfaceReader`"),
              "shuts a door on whoever says no, or punishes them.",
              "Say what they see instead: what the fallback of the surface shows."),
          forbidden(
              error("DP11", "Nobody is hurried, or paid for a yes.", "EDPB 03/2022, stirring")
                  .and(Held.READER, "`Unfair`"),
              "hurries people or pays them for a yes, or a no costs something.",
              "Take it out: a yes is worth nothing unless it is free."),
          forbidden(
              error("DP31", "Nothing is denied twice.", "CCPA regs §7004(a)(3)"),
              "says no twice, which few readers undo.",
              "Say it once, and plainly."),
          forbidden(
              error("DP34", "A purpose says what is done.", "GDPR Art. 5(1)(b)"),
              "says nothing of what is done.",
              "Say what is done with the data, and what people get of it."),
          forbidden(
              warning("DP37", "No word works on feelings.", STIRRING),
              "works on feelings.",
              "Leave the fact alone, or write why it must be said so under 'accepted'."),
          forbidden(
              error("DP38", "No word hides a risk.", "GDPR Art. 5(1)(a)"),
              "soothes where facts should stand.",
              "Take it out, and let the facts speak."));

  private WordingChecks() {}

  private static Check forbidden(Rule rule, String why, String cure) {
    return new Check(rule.spoken(), in -> found(in, rule.id(), why, cure));
  }

  /// What a rule forbids, where it stands.
  static Stream<Remark> found(Inspection in, String rule, String why, String cure) {
    return in.blemishes(rule)
        .map(found ->
            new Remark(
                in.place(found.words(), found.language()),
                "'" + found.phrase() + "' " + why,
                cure));
  }
}
