package org.aboveboard.policy.diff;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aboveboard.policy.AtLeast;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Correction.Strength;
import org.aboveboard.policy.Surface;

/// Which way each key goes of what is done to a surface's lists. What may be done by itself to more
/// lists, or to them more strongly, is more; so is more chance.
record Shown() {

  void compare(Pair<Surface> pair) {
    pair.value(
            "explore",
            "the share of lists with a place by chance is",
            s -> s.showing().explore(),
            Spelled::number,
            Way.greater())
        .value(
            "holdout",
            "the share of people who get what everybody gets is",
            s -> s.showing().holdout(),
            Spelled::number,
            Way.greater())
        .value(
            "atLeast",
            "of the first places groups have at least",
            s -> s.showing().atLeast(),
            Spelled.or("nothing", Shown::shares),
            Way.extra(Way.other()))
        .parts(
            "caps",
            "it … has a cap on",
            s -> s.showing().caps(),
            Spelled::quoted,
            Gain.GUARD,
            _ -> pair.reach(),
            cap ->
                cap.value(
                    "",
                    "of it a list has at most",
                    Function.identity(),
                    String::valueOf,
                    Way.<Integer>greater()));
    correct(pair);
    balance(
        new Pair<>(
            pair.thing(),
            "balance",
            pair.before().showing().balance(),
            pair.after().showing().balance(),
            pair.reach(),
            pair.languages(),
            pair.changes()));
  }

  /// Where there is none, its numbers are 0.
  private static void balance(Pair<Balance> pair) {
    pair.value(
            "calibration",
            "the kinds a person chooses count",
            Balance::calibration,
            Spelled::number,
            Way.greater())
        .value(
            "diversity",
            "things unlike each other count",
            Balance::diversity,
            Spelled::number,
            Way.greater())
        .value(
            "popularity",
            "what fewer people chose counts",
            Balance::popularity,
            Spelled::number,
            Way.greater())
        .value(
            "loss", "by that a list loses at most", Balance::loss, Spelled::number, Way.greater());
  }

  private static String shares(AtLeast least) {
    return Spelled.quoted(least.groups()) + ": " + spelled(least.shares());
  }

  private static String spelled(Map<String, Double> shares) {
    return new TreeMap<>(shares)
        .entrySet().stream()
            .map(share -> share.getKey() + " " + Spelled.number(share.getValue()))
            .collect(Collectors.joining(", "));
  }

  private void correct(Pair<Surface> pair) {
    Optional<Correction> was = pair.before().showing().correct();
    Optional<Correction> is = pair.after().showing().correct();
    if (was.isPresent() && is.isPresent()) {
      correction(
          new Pair<>(
              pair.thing(),
              "correct",
              was.get(),
              is.get(),
              pair.reach(),
              pair.languages(),
              pair.changes()));
    } else {
      pair.value(
          "correct",
          "it may correct lists by the monitor",
          s -> s.showing().correct(),
          Spelled.or("none", correction -> Spelled.quoted(correction.monitor())),
          Way.extra(Way.other()));
    }
  }

  private static void correction(Pair<Correction> pair) {
    pair.value(
            "monitor",
            "it may correct lists by the monitor",
            Correction::monitor,
            Spelled::quoted,
            Way.other())
        .value(
            "clamp",
            "to a score is added at most",
            Correction::clamp,
            Spelled::number,
            Way.greater())
        .value("loss", "a list loses at most", Correction::loss, Spelled::number, Way.greater());
    strength(
        new Pair<>(
            pair.thing(),
            "correct.strength",
            pair.before().strength(),
            pair.after().strength(),
            pair.reach(),
            pair.languages(),
            pair.changes()));
  }

  private static void strength(Pair<Strength> pair) {
    pair.value(
            "lowest", "it corrects at least by", Strength::lowest, Spelled::number, Way.greater())
        .value(
            "highest", "it corrects at most by", Strength::highest, Spelled::number, Way.greater())
        .value("up", "each minute it grows by", Strength::up, Spelled::number, Way.greater())
        .value("down", "each epoch it falls by", Strength::down, Spelled::number, Way.less());
  }
}
