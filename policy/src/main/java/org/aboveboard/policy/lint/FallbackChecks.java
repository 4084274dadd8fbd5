package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.Kind;

/// Holds what is said to be seen on a no against what the surfaces show then.
final class FallbackChecks {
  private static final Map<Fallback, Pattern> EN =
      Map.of(
          Fallback.POPULAR, pattern("popular|bestsell\\w*|trending|most people (?:buy|read|take)"),
          Fallback.EDITORIAL, pattern("newest|latest|newsroom|editors?|hand-?picked|curated"),
          Fallback.CONTEXT, pattern("similar|related|like this|alike"));
  private static final Map<Fallback, Pattern> DE =
      Map.of(
          Fallback.POPULAR, pattern("beliebt\\w*|bestseller\\w*|meistgekauft\\w*|angesagt\\w*"),
          Fallback.EDITORIAL, pattern("neueste\\w*|redaktion\\w*|handverlesen\\w*|kuratiert\\w*"),
          Fallback.CONTEXT, pattern("ähnlich\\w*|verwandt\\w*"));

  static final Check CHECK =
      new Check(
          error(
                  "P-SHOWN",
                  "What is said to show on a no is what the fallback shows.",
                  "GDPR Art. 5(1)(a)")
              .spoken(),
          in -> in.policy().purposes().stream().flatMap(purpose -> contradicting(in, purpose)));

  private FallbackChecks() {}

  private static Stream<Remark> contradicting(Inspection in, Purpose purpose) {
    var shown =
        in.policy().surfaces().stream()
            .filter(surface -> surface.purposes().contains(purpose.id()))
            .map(Surface::fallback)
            .collect(toUnmodifiableSet());
    return shown.isEmpty()
        ? Stream.empty()
        : in.languages().stream()
            .filter(language -> isOther(said(language, purpose.ifNo().in(language)), shown))
            .map(language ->
                new Remark(
                    in.place(Kind.PURPOSE, purpose.id(), "ifNo", language.code()),
                    say(
                        "It tells of another list than its surfaces show: %s.",
                        String.join(", ", shown.stream().map(Spoken::word).sorted().toList())),
                    "Say what the fallback shows, or declare the other at the surface."));
  }

  private static boolean isOther(Set<Fallback> said, Set<Fallback> shown) {
    return !said.isEmpty() && Collections.disjoint(said, shown);
  }

  private static Set<Fallback> said(Language language, String words) {
    var known =
        switch (language) {
          case EN -> EN;
          case DE -> DE;
        };
    return known.entrySet().stream()
        .filter(one -> one.getValue().matcher(words).find())
        .map(Map.Entry::getKey)
        .collect(toUnmodifiableSet());
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(
        "\\b(?:" + words + ")\\b",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
