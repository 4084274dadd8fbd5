package org.aboveboard.server.optout;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The oldest section of a GPP string, four letters: `1YNN`. The third says whether the person
/// opted out of the sale of their data.
final class UspSection {
  private static final Pattern FORM = Pattern.compile("1[YN-]{3}");
  private static final int SALE = 2;

  private UspSection() {}

  static Optional<Sent> read(String text) {
    return Optional.of(text)
        .filter(section -> FORM.matcher(section).matches())
        .map(section ->
            Sent.ofGpp(false, section.charAt(SALE) == 'Y' ? Set.of(OptOut.SALE) : Set.of(), false));
  }
}
