package org.aboveboard.server.release;

import static org.aboveboard.policy.Spoken.say;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.policy.Released;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;

/// Which models may be served as this server runs them: those that declare no limits, and those
/// that a release on file lets through. It is judged once for each version and day.
public final class Releases {
  private static final String KIND = "release";

  private final Declaration declaration;
  private final Setting setting;
  private final Alarms alarms;
  private final InstantSource clock;
  private volatile Judged last;

  /// @param setting what this server runs with
  public Releases(Declaration declaration, Setting setting, Alarms alarms, InstantSource clock) {
    this.declaration = declaration;
    this.setting = setting;
    this.alarms = alarms;
    this.clock = clock;
    this.last = judge(declaration.now(), today());
  }

  /// What was found of one version on one day.
  ///
  /// @param day since the epoch
  /// @param shut the purposes that some model works for and may not
  private record Judged(InForce inForce, long day, Set<String> shut) {
    Judged {
      shut = Set.copyOf(shut);
    }
  }

  /// Whether every model that works for a purpose may be served.
  public boolean isOpen(InForce inForce, String purpose) {
    return !judged(inForce).shut().contains(purpose);
  }

  /// Whether every declared model may be served: what goes with an item comes of all of them.
  public boolean isOpen(InForce inForce) {
    return judged(inForce).shut().isEmpty();
  }

  /// What holds of a model today.
  public Released of(Policy policy, Model model) {
    return Released.of(policy, model, setting, LocalDate.ofEpochDay(today()));
  }

  /// What this server runs with.
  public Setting setting() {
    return setting;
  }

  /// Raises an alarm for each model that may not be served, and ends those of models that may.
  public void look() {
    Policy policy = declaration.now().policy();
    List<Cause> found =
        policy.declared().models().stream()
            .flatMap(model -> cause(policy, model).stream())
            .toList();
    alarms.settle(found, Set.of(KIND));
  }

  private List<Cause> cause(Policy policy, Model model) {
    return switch (of(policy, model)) {
      case Released.Needless _, Released.Open _ -> List.of();
      case Released.Shut(Released.Why why) ->
          List.of(
              new Cause(
                  KIND + ":" + model.id(),
                  say(
                      "The model '%s' is not served, and its surfaces answer with what names"
                          + " nobody: %s. %s",
                      model.label().plain(), why.words(), why.cure())));
    };
  }

  private Judged judged(InForce inForce) {
    Judged known = last;
    long day = today();
    if (known.inForce() == inForce && known.day() == day) {
      return known;
    }
    Judged fresh = judge(inForce, day);
    last = fresh;
    return fresh;
  }

  private Judged judge(InForce inForce, long day) {
    Policy policy = inForce.policy();
    Set<String> shut = new HashSet<>();
    for (Model model : policy.declared().models()) {
      switch (Released.of(policy, model, setting, LocalDate.ofEpochDay(day))) {
        case Released.Needless _, Released.Open _ -> {}
        case Released.Shut _ -> shut.addAll(model.purposes());
      }
    }
    return new Judged(inForce, day, shut);
  }

  private long today() {
    return Math.floorDiv(clock.instant().getEpochSecond(), TimeUnit.DAYS.toSeconds(1));
  }
}
