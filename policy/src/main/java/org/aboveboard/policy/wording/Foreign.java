package org.aboveboard.policy.wording;

import java.util.Optional;
import java.util.stream.Stream;

/// Finds what stands in another language than its text should.
///
/// A text is foreign if its little words are mostly of another language; a clause of it is, if at
/// least two are, and they outweigh its own. Where a clause has no little words, or only one that
/// names have too ("Point of Sale"), nothing is found.
public final class Foreign {
  private static final int WHOLE = 2;
  private static final int PART = 3;

  private Foreign() {}

  /// The first words that are of another language; empty for a language that is not known.
  public static Optional<String> in(String language, String text) {
    return Language.of(language).stream()
        .map(Language::littleWords)
        .flatMap(own ->
            Language.others(language)
                .flatMap(other -> find(own, other.littleWords(), text).stream()))
        .findFirst();
  }

  private static Optional<String> find(LittleWords own, LittleWords other, String text) {
    return Stream.concat(
            Clause.in(text).stream().filter(clause -> isOf(other, own, clause, PART)),
            Stream.of(Clause.whole(text)).filter(clause -> isOf(other, own, clause, WHOLE)))
        .map(clause ->
            text.substring(clause.tokens().getFirst().start(), clause.tokens().getLast().end()))
        .findFirst();
  }

  private static boolean isOf(LittleWords other, LittleWords own, Clause clause, int least) {
    int weight = other.weight(clause);
    return weight >= least && weight > own.weight(clause);
  }
}
