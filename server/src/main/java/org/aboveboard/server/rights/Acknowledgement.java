package org.aboveboard.server.rights;

import org.aboveboard.server.consent.About;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.aboveboard.server.web.When;

/// What a choice brought about, in one line for the person who made it.
public final class Acknowledgement {
  private static final Link CHANGE = new Link("Change it", "/privacy");

  private Acknowledgement() {}

  /// After a choice that was taken.
  public static Said of(Settled.Done done, Effect effect) {
    String what = label(done.about());
    return Said.of(
        switch (done.said()) {
          case GIVEN, RESUMED -> "On: " + what + visit(done) + ".";
          case REFUSED, WITHDRAWN -> "Off: " + what + "." + gone(effect);
          case PAUSED ->
              "Paused: "
                  + what
                  + ". What is kept stays, and nothing is done with it."
                  + followed(effect);
          case KEPT -> "Kept for less: " + what + "." + gone(effect);
          case CONTRADICTED -> "Noted, and nothing changed: " + what + ".";
        },
        CHANGE);
  }

  /// After a choice that is recorded, while a server has not confirmed yet that it heard it.
  public static Problem unheard(Settled.Done done) {
    return Problem.unavailable(
        "The choice is recorded as number "
            + done.index()
            + ", but not every server has confirmed yet that it heard it. One that cannot be"
            + " reached stops deciding within seconds.",
        "Do not send it again. Look at Privacy options, or GET /v1/consents, in a few seconds.");
  }

  private static String label(About about) {
    return switch (about) {
      case About.ThePurpose(var purpose) -> purpose.label().plain();
      case About.TheSurface(var surface) -> "“" + surface.label().plain() + "”";
      case About.TheSignal(var signal) -> "what you " + signal.verb().plain();
      case About.Everything _ -> "everything that rests on your yes";
    };
  }

  private static String visit(Settled.Done done) {
    return done.visitEnds().map(end -> ", only this visit, until " + When.moment(end)).orElse("");
  }

  private static String gone(Effect effect) {
    if (effect.rowsDeleted() == 0) {
      return " Nothing had to be erased for it.";
    }
    return " "
        + effect.rowsDeleted()
        + (effect.rowsDeleted() == 1 ? " record is erased" : " records are erased")
        + (effect.modelForgot()
            ? ", and the model is as if it had never seen them."
            : ". The model follows within seconds.");
  }

  private static String followed(Effect effect) {
    return effect.modelForgot() ? " The model leaves it out too." : "";
  }
}
