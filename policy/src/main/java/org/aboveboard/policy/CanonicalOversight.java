package org.aboveboard.policy;

import static org.aboveboard.policy.Canonical.period;
import static org.aboveboard.policy.Canonical.text;
import static org.aboveboard.policy.Canonical.word;
import static org.aboveboard.policy.Json.members;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The part of the canonical JSON about treating people and providers alike. What is not declared
/// leaves no trace in it, so that a policy without has the digest that it always had.
final class CanonicalOversight {
  private CanonicalOversight() {}

  static void add(Oversight oversight, Json.Members json) {
    folder("segments", oversight.segments(), Segment::id, CanonicalOversight::segment, json);
    folder("groups", oversight.groups(), Groups::id, CanonicalOversight::groups, json);
    folder("monitors", oversight.monitors(), Monitor::id, CanonicalOversight::monitor, json);
    folder(
        "experiments",
        oversight.experiments(),
        Experiment::id,
        CanonicalOversight::experiment,
        json);
  }

  private static <T> void folder(
      String name,
      List<T> things,
      Function<T, String> id,
      Function<T, String> one,
      Json.Members json) {
    if (!things.isEmpty()) {
      json.with(name, Canonical.byId(things, id, one));
    }
  }

  private static String segment(Segment segment) {
    return members()
        .with("label", text(segment.label()))
        .with("question", text(segment.question()))
        .with("answers", texts(segment.answers()))
        .text("purpose", segment.purpose())
        .number("smallest", segment.smallest())
        .object();
  }

  private static String groups(Groups groups) {
    return members()
        .with("label", text(groups.label()))
        .text("attribute", groups.attribute())
        .with("values", texts(groups.values()))
        .text("target", word(groups.target()))
        .object();
  }

  private static String texts(Map<String, Text> texts) {
    var json = members();
    texts.forEach((id, text) -> json.with(id, text(text)));
    return json.object();
  }

  private static String monitor(Monitor monitor) {
    var watches =
        switch (monitor.watches()) {
          case Monitor.Watches.OfGroups(String id) -> members().text("groups", id);
          case Monitor.Watches.OfSegment(String id) -> members().text("segment", id);
        };
    var json =
        members()
            .with("question", text(monitor.question()))
            .with("watches", watches.object())
            .text("surface", monitor.surface())
            .text("outcome", word(monitor.outcome()))
            .decimal("alpha", monitor.alpha())
            .text("every", period(monitor.every()))
            .text("owner", monitor.owner())
            .with("firstAction", text(monitor.firstAction()));
    if (!monitor.closes().isZero()) {
      json.text("closes", period(monitor.closes()));
    }
    switch (monitor.claim()) {
      case Monitor.Claim.FourFifths() -> json.text("claim", "fourFifths");
      case Monitor.Claim.Within(double most) ->
          json.with("claim", members().decimal("within", most).object());
    }
    return json.object();
  }

  private static String experiment(Experiment experiment) {
    var arms = members();
    experiment
        .arms()
        .forEach((id, arm) ->
            arms.with(
                id,
                members().decimal("share", arm.share()).decimal("factor", arm.factor()).object()));
    return members()
        .with("label", text(experiment.label()))
        .with("question", text(experiment.question()))
        .text("surface", experiment.surface())
        .text("purpose", experiment.purpose())
        .text("owner", experiment.owner())
        .text("until", experiment.until().toString())
        .text("varies", word(experiment.varies()))
        .with("arms", arms.object())
        .with("success", text(experiment.success()))
        .with("harm", text(experiment.harm()))
        .object();
  }

  /// What is done to lists, among the members of a surface.
  static void add(Showing showing, Json.Members json) {
    showing.correct().ifPresent(correct -> json.with("correct", correction(correct)));
    showing
        .atLeast()
        .ifPresent(least -> {
          var shares = members();
          least.shares().forEach(shares::decimal);
          json.with(
              "atLeast",
              members().text("groups", least.groups()).with("shares", shares.object()).object());
        });
    if (showing.balance().counts()) {
      json.with("balance", balance(showing.balance()));
    }
    if (showing.explore() > 0) {
      json.decimal("explore", showing.explore());
    }
    if (showing.holdout() > 0) {
      json.decimal("holdout", showing.holdout());
    }
    if (!showing.caps().isEmpty()) {
      var caps = members();
      showing.caps().forEach(caps::number);
      json.with("caps", caps.object());
    }
  }

  private static String balance(Balance balance) {
    var json = members();
    part("calibration", balance.calibration(), json);
    part("diversity", balance.diversity(), json);
    part("popularity", balance.popularity(), json);
    return json.decimal("loss", balance.loss()).object();
  }

  private static void part(String name, double weight, Json.Members json) {
    if (weight > 0) {
      json.decimal(name, weight);
    }
  }

  private static String correction(Correction correction) {
    var strength = correction.strength();
    return members()
        .text("monitor", correction.monitor())
        .with(
            "strength",
            members()
                .decimal("lowest", strength.lowest())
                .decimal("highest", strength.highest())
                .decimal("up", strength.up())
                .decimal("down", strength.down())
                .object())
        .decimal("clamp", correction.clamp())
        .decimal("loss", correction.loss())
        .object();
  }
}
