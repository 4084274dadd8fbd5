package org.aboveboard.server.rights;

import org.aboveboard.policy.Purpose;
import org.aboveboard.server.rights.Withdraw.Effect;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Said;

/// What a choice brought about, in one line for the person who made it.
public final class Acknowledgement {
  private static final Link CHANGE = new Link("Change it", "/privacy");

  private Acknowledgement() {}

  /// After a yes.
  public static Said on(Purpose purpose) {
    return Said.of("On: " + purpose.label() + ".", CHANGE);
  }

  /// After a no, or after a yes was taken back.
  public static Said off(Purpose purpose, Effect effect) {
    return Said.of("Off: " + purpose.label() + "." + gone(effect), CHANGE);
  }

  private static String gone(Effect effect) {
    if (effect.rowsDeleted() == 0) {
      return " Nothing was kept for it.";
    }
    return " "
        + effect.rowsDeleted()
        + (effect.rowsDeleted() == 1 ? " record is erased" : " records are erased")
        + (effect.modelForgot()
            ? ", and the model is as if it had never seen them."
            : ". The model follows within seconds.");
  }
}
