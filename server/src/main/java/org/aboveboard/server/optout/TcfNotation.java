package org.aboveboard.server.optout;

import com.iabtcf.decoder.DecoderOption;
import com.iabtcf.decoder.TCString;
import java.util.Optional;
import java.util.regex.Pattern;

/// Strings of the Transparency and Consent Framework, version 2.
///
/// Of all they hold only the purposes are read, 24 bits at a fixed place for consent and 24 for
/// interests; the decoder is lazy, so lists of vendors and restrictions, where a short string can
/// stand for a lot, are never unfolded.
final class TcfNotation implements Notation {
  static final int LONGEST = 4096;

  /// Its first letter is its version. The core has 259 bits at least; up to three parts follow.
  private static final Pattern FORM =
      Pattern.compile("C[A-Za-z0-9_-]{43,}+(?:\\.[A-Za-z0-9_-]++){0,3}");

  @Override
  public Carrier carrier() {
    return Carrier.TCF;
  }

  @Override
  public Optional<String> fault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("it is no TCF string of version 2");
  }

  @Override
  public Sent read(String text) {
    return Sent.of(Carrier.TCF, purposes(text));
  }

  /// The purposes with consent, and those with an interest that nobody objected to.
  static Tcf purposes(String text) {
    TCString read = TCString.decode(text, DecoderOption.LAZY);
    return Tcf.said(read.getPurposesConsent().toSet(), read.getPurposesLITransparency().toSet());
  }
}
