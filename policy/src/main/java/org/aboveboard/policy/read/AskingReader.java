package org.aboveboard.policy.read;

import org.aboveboard.policy.Asking;

/// Reads how people are asked; what is not written is as careful as can be.
final class AskingReader {
  private AskingReader() {}

  static Asking read(Reading file) {
    var usual = Asking.USUAL;
    var asking =
        new Asking(
            file.has("perSession") ? file.wholeNumber("perSession", 1, 10) : usual.perSession(),
            file.periodOr("againAfter", usual.againAfter()),
            file.has("minorsUnder") ? file.wholeNumber("minorsUnder", 13, 21) : usual.minorsUnder(),
            file.flagOr("sharedDevices", usual.sharedDevices()),
            file.periodOr("visitLasts", usual.visitLasts()));
    file.done();
    return asking;
  }
}
