package org.aboveboard.policy.read;

import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Fallback;
import org.aboveboard.policy.Surface;

/// Reads one surface.
final class SurfaceReader {
  private static final int LONGEST = 200;

  private SurfaceReader() {}

  static Surface read(String id, Reading file, Crossings crossings) {
    var surface =
        new Surface(
            id,
            file.words("label"),
            file.links("purposes", Kind.PURPOSE),
            file.has("signals")
                ? Optional.of(Set.copyOf(file.links("signals", Kind.SIGNAL)))
                : Optional.empty(),
            file.oneOf("fallback", Fallback.class, Fallback.POPULAR),
            file.periodOr("window", Surface.NO_WINDOW),
            file.flagOr("promptSlot", false),
            file.flagOr("critical", false),
            file.wholeNumber("length", 1, LONGEST),
            ShowingReader.read(file));
    if (surface.fallback() == Fallback.POPULAR && surface.window().isZero()) {
      file.fault("fallback", "'window' is missing.", "Say of how long, such as 'window: P30D'.");
    }
    if (surface.promptSlot() && surface.critical()) {
      file.fault(
          "promptSlot",
          "A critical surface cannot have a prompt slot.",
          "Ask somewhere else: nobody is asked in the middle of something.");
    }
    surface.purposes().forEach(p -> crossings.serves(p, file.place("purposes")));
    return surface;
  }
}
