package org.aboveboard.server.optout;

import java.util.Locale;

/// A way in which others tell us what a person said elsewhere.
public enum Carrier {
  /// Global Privacy Control, the header `Sec-GPC`.
  GPC,
  /// Advanced Data Protection Control, the header `ADPC`.
  ADPC,
  /// The consent objects in the context of an event.
  PREFERENCES,
  /// A string of the Transparency and Consent Framework.
  TCF,
  /// A string of the Global Privacy Platform.
  GPP;

  /// Its name in figures and records; it never changes.
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
