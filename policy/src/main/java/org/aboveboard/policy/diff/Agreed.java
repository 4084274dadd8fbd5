package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toMap;
import static org.aboveboard.policy.Turn.NARROWING;
import static org.aboveboard.policy.Turn.WIDENING;

import java.time.Period;
import java.util.Map;
import java.util.function.Function;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Turn;

/// Which way each key of a purpose goes that a yes agrees to: any more of it, and people are asked
/// again.
record Agreed(Versions versions) {

  void compare(Pair<Purpose> pair) {
    pair.value("basis", "it rests on", Purpose::basis, Spelled::word, Agreed::basis)
        .value("level", "its level is", Purpose::level, Spelled::word, Way.greater())
        .members(
            "uses", "it may …", purpose -> Purposes.words(purpose.uses()), word -> word, Gain.MORE)
        .members(
            "signals",
            "it is … made from",
            Purpose::signals,
            versions.names(Part.SIGNAL),
            Gain.MORE)
        .members(
            "recipients",
            "it is … shared with",
            Purpose::recipients,
            versions.names(Part.VENDOR),
            Gain.MORE)
        .value(
            "retention.events",
            "acts are kept",
            kept(Retention::events),
            Spelled::period,
            Way.longer())
        .value(
            "retention.model",
            "acts count in what is learnt for",
            kept(Retention::model),
            Spelled::period,
            Way.longer())
        .value(
            "retention.answers",
            "records of answers are kept",
            kept(Retention::answers),
            Spelled::period,
            Way.longer());
    pair.parts(
        "data",
        "it … uses",
        Agreed::data,
        versions.names(Part.CATEGORY),
        Gain.MORE,
        _ -> pair.reach(),
        this::need);
  }

  /// What a person could leave out and no longer can is more, though less may be possible with it.
  private void need(Pair<Need> pair) {
    var name = versions.name(Part.CATEGORY, pair.before().category());
    pair.reaching(versions.touching(pair.reach().purposes()))
        .value("necessity", name + " is", Need::necessity, Spelled::word, Way.less())
        .text("because", "why " + name + ":", Need::because);
  }

  /// To ask is less than not to ask; between other bases neither is less.
  private static Turn basis(Basis before, Basis after) {
    return after == Basis.CONSENT ? NARROWING : WIDENING;
  }

  private static Function<Purpose, Period> kept(Function<Retention, Period> stage) {
    return purpose -> stage.apply(purpose.retention()).normalized();
  }

  private static Map<String, Need> data(Purpose purpose) {
    return purpose.data().stream().collect(toMap(Need::category, Function.identity()));
  }
}
