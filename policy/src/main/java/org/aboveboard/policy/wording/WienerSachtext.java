package org.aboveboard.policy.wording;

/// The first Wiener Sachtextformel, for German factual text.
///
/// R. Bamberger, E. Vanecek, "Lesen - Verstehen - Lernen - Schreiben", Vienna 1984.
record WienerSachtext() implements Formula {
  @Override
  public String name() {
    return "first Wiener Sachtextformel";
  }

  @Override
  public double grade(Counts counts) {
    return 0.1935 * counts.percent(counts.heavyWords())
        + 0.1672 * counts.meanSentence()
        + 0.1297 * counts.percent(counts.longWords())
        - 0.0327 * counts.percent(counts.shortWords())
        - 0.875;
  }
}
