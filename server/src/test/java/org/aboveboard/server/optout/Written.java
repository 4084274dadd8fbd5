package org.aboveboard.server.optout;

import com.iab.gpp.encoder.GppModel;
import java.util.Set;

/// Strings as consent tools write them, for tests.
final class Written {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final StringBuilder bits = new StringBuilder();

  private Written() {}

  /// A TCF string of version 2 with consent to these purposes, and no vendors.
  static String tcf(Set<Integer> consented) {
    return tcf(consented, Set.of());
  }

  /// The same with these interests, to which nobody objected.
  static String tcf(Set<Integer> consented, Set<Integer> interests) {
    return core(consented, interests).with(0, 12).text();
  }

  /// A TCF string of at most so many letters whose restrictions name as many vendors as they can.
  static String unfolding(int letters) {
    Written core = core(Set.of(1), Set.of());
    int restrictions = (letters * 6 - core.bits.length() - 12) / 53;
    core.with(restrictions, 12);
    for (int i = 0; i < restrictions; i++) {
      core.with(2, 6).with(0, 2).with(1, 12).with(1, 1).with(30_000, 16).with(38_191, 16);
    }
    return core.text();
  }

  /// A GPP string that holds this TCF string alone.
  static String european(String tcf) {
    return "DBABMA~" + tcf;
  }

  /// A GPP string with one section, one field of it set.
  static String gpp(String section, String field, Object value) {
    var model = new GppModel();
    model.setFieldValue(section, field, value);
    return model.encode();
  }

  private static Written core(Set<Integer> consented, Set<Integer> interests) {
    var core =
        new Written()
            .with(2, 6)
            .with(17_000_000_000L, 36)
            .with(17_000_000_000L, 36)
            .with(7, 12)
            .with(1, 12)
            .with(1, 6)
            .with(4, 6)
            .with(13, 6)
            .with(100, 12)
            .with(4, 6)
            .with(0, 2)
            .with(0, 12);
    core.with(consented).with(interests);
    // one treatment, country, then two empty lists of one vendor
    return core.with(0, 1).with(0, 12).with(1, 16).with(0, 2).with(1, 16).with(0, 2);
  }

  private Written with(Set<Integer> purposes) {
    for (int purpose = 1; purpose <= 24; purpose++) {
      with(purposes.contains(purpose) ? 1 : 0, 1);
    }
    return this;
  }

  private Written with(long value, int width) {
    for (int place = width - 1; place >= 0; place--) {
      bits.append(value >> place & 1);
    }
    return this;
  }

  private String text() {
    while (bits.length() % 24 != 0) {
      bits.append('0');
    }
    var text = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 6) {
      text.append(ALPHABET.charAt(Integer.parseInt(bits.substring(i, i + 6), 2)));
    }
    return text.toString();
  }
}
