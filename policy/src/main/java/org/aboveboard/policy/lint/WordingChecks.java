package org.aboveboard.policy.lint;

import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.wording.Negation;

/// What is demanded of the words that people read: none that press, blur or soothe, and answers
/// that name the act.
final class WordingChecks {
  private static final String STIRRING = "EDPB 03/2022, stirring";
  private static final String UNCLEAR = "DP32";

  static final List<Check> ALL =
      List.of(
          forbidden(
              error("L8", "No word leans on the reader.", STIRRING),
              "leans on the reader.",
              "Say what happens, without it."),
          forbidden(
              error("DP11", "Nobody is hurried, or paid for a yes.", "EDPB 03/2022, stirring")
                  .and(Held.READER, "`Unfair`"),
              "hurries people or pays them for a yes.",
              "Take it out: a yes is worth nothing unless it is free."),
          forbidden(
              error("DP31", "Nothing is denied twice.", "CCPA regs §7004(a)(3)"),
              "says no twice, which few readers undo.",
              "Say it once, and plainly."),
          forbidden(
              error(UNCLEAR, "A yes names the act that it allows.", "CCPA regs §7004(a)(3)"),
              "names no act, so nobody knows what a press does.",
              "Name what is done by its verb, such as 'Suggest books' or 'Bücher vorschlagen'."),
          new Check(
              error("L9", "A no is the same act, not done.", "CNIL 12/2024").spoken(),
              WordingChecks::refusal),
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
    return new Check(
        rule.spoken(),
        in ->
            in.blemishes(rule.id())
                .map(found ->
                    new Remark(
                        in.place(found.words(), found.language()),
                        "'" + found.phrase() + "' " + why,
                        cure)));
  }

  private static Stream<Remark> refusal(Inspection in) {
    return in.passages().stream()
        .filter(Passage::isAct)
        .flatMap(act ->
            in.languages().stream()
                .filter(language -> isClear(in, act, language) && refusing(act, language).isEmpty())
                .map(language ->
                    new Remark(
                        in.place(act, language),
                        "No refusal can be made of '" + act.text().in(language) + "'.",
                        "Write one act with one verb, and no 'not' in it.")));
  }

  private static boolean isClear(Inspection in, Passage act, Language language) {
    return in.blemishes(UNCLEAR)
        .noneMatch(found -> found.words().equals(act) && found.language() == language);
  }

  private static Optional<String> refusing(Passage act, Language language) {
    return Negation.of(language.code())
        .flatMap(negation -> negation.refusing(act.text().in(language)));
  }
}
