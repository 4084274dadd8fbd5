package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;

import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.wording.Foreign;

/// What is demanded of the language of declared words: that it is the one they are filed under.
final class LanguageChecks {
  static final Check CHECK =
      new Check(
          error(
                  "W-LANGUAGE",
                  "Words are in the language that they are filed under.",
                  "GDPR Art. 12(1)")
              .spoken(),
          in -> AllWords.of(in.policy()).stream().flatMap(words -> foreign(in, words)));

  private LanguageChecks() {}

  private static Stream<Remark> foreign(Inspection in, Passage words) {
    return in.languages().stream()
        .flatMap(language ->
            Foreign.in(language.code(), words.text().in(language)).stream()
                .map(phrase -> remark(in, words, language, phrase)));
  }

  private static Remark remark(Inspection in, Passage words, Language language, String phrase) {
    return new Remark(
        in.place(words, language),
        say("'%s' is not in the language '%s'.", phrase, language.code()),
        "Write it in that language, or file it under its own.");
  }
}
