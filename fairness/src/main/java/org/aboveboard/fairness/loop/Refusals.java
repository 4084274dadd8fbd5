package org.aboveboard.fairness.loop;

import org.aboveboard.fairness.Figure;

/// What became of the refusals that people gave: counters, of which none should be other than what
/// was promised. Nagging is asking again after a no (Gray et al., CHI 2018).
///
/// @param refusals how often somebody said no
/// @param prompts how often somebody was asked again after it
/// @param honoured after how many of the refusals nothing of what was refused was done
public record Refusals(long refusals, long prompts, long honoured) {
  public Refusals {
    if (refusals < 0 || prompts < 0 || honoured < 0 || honoured > refusals) {
      throw new IllegalArgumentException(
          "counts are 0 or more, and no more refusals are honoured than given");
    }
  }

  /// Prompts after a refusal, for each refusal.
  public Figure nagging() {
    return Figure.ratio((double) prompts, (double) refusals);
  }

  /// The share of refusals that were honoured.
  public Figure honouredShare() {
    return Figure.ratio((double) honoured, (double) refusals);
  }

  public long broken() {
    return refusals - honoured;
  }
}
