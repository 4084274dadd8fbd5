package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Text;

/// Declared words as they were and as they are, in the languages of both.
record Reworded(Optional<Text> before, Optional<Text> after, Set<Language> languages) {

  boolean isSame() {
    return before.isPresent() == after.isPresent() && languages.stream().noneMatch(this::differs);
  }

  /// What is different, in each language in which it is.
  Edit edit(String what) {
    return new Edit.Instead(what, words(before), words(after));
  }

  private String words(Optional<Text> some) {
    return some.map(this::words).orElse("none");
  }

  private String words(Text text) {
    return languages.stream()
        .filter(language -> before.isEmpty() || after.isEmpty() || differs(language))
        .map(language ->
            Spelled.quoted(text.in(language))
                + (language == Language.EN ? "" : " (" + language.code() + ")"))
        .collect(joining(", "));
  }

  private boolean differs(Language language) {
    return before.isPresent()
        && after.isPresent()
        && !before.get().in(language).equals(after.get().in(language));
  }
}
