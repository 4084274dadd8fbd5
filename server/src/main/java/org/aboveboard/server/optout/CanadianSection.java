package org.aboveboard.server.optout;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The Canadian section of a GPP string: as the European one, with consent that is expressed and
/// consent that is implied. Only what is expressed counts, for an interest too.
final class CanadianSection {
  private static final Pattern FORM =
      Pattern.compile("B[A-Za-z0-9_-]{40,}+(?:\\.[A-Za-z0-9_-]++){0,3}");

  private static final int EXPRESSED = 151;
  private static final int PURPOSES = 24;

  private CanadianSection() {}

  static Optional<Sent> read(String text) {
    return Optional.of(text)
        .filter(section -> section.length() <= TcfNotation.LONGEST)
        .filter(section -> FORM.matcher(section).matches())
        .map(section -> new Bits(section.split("\\.", -1)[0]))
        .map(bits ->
            IntStream.rangeClosed(1, PURPOSES)
                .filter(purpose -> bits.at(EXPRESSED + purpose - 1))
                .boxed()
                .collect(Collectors.toSet()))
        .map(consented -> Sent.of(Carrier.GPP, Tcf.said(consented, consented)));
  }
}
