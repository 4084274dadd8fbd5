package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Model.Limit;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Signal.Threshold;
import org.aboveboard.policy.Turn;

/// Which way each key of a signal and of a model goes. By itself a signal does nothing.
record Learning(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.SIGNAL,
        Declared::signals,
        Signal::id,
        _ -> Gain.WORDS,
        signal -> versions.touching(madeFrom(signal)),
        changes,
        this::signal);
    versions.each(
        Part.MODEL,
        Declared::models,
        Model::id,
        _ -> Gain.MORE,
        model -> versions.touching(model.purposes()),
        changes,
        this::model);
  }

  private void signal(Pair<Signal> pair) {
    pair.reaching(versions.touching(madeFrom(pair.before())))
        .text("verb", "a reason says", Signal::verb)
        .value("weight", "it weighs", Signal::weight, String::valueOf, Way.greater())
        .value(
            "counts",
            "it counts",
            Signal::counts,
            Spelled.or("always", Learning::counts),
            Way.guard(Learning::threshold));
  }

  private void model(Pair<Model> pair) {
    var all = Ids.union(pair.before().purposes(), pair.after().purposes());
    pair.reaching(versions.touching(all))
        .text("label", "it is called", Model::label)
        .text("sentence", "it says", Model::sentence)
        .value(
            "owner",
            "the one who answers for it is",
            Model::owner,
            versions.names(Part.ROLE),
            Way.words())
        .purposes("purposes", "it … works for", Model::purposes, versions, Gain.MORE)
        .members(
            "inputs", "it … learns from", Model::inputs, versions.names(Part.SIGNAL), Gain.MORE)
        .members(
            "prohibited",
            "it is … kept from",
            Model::prohibited,
            versions.names(Part.CATEGORY),
            Gain.GUARD)
        .members(
            "overriddenBy",
            "a limit that is not met can … be overridden by",
            Model::overriddenBy,
            versions.names(Part.ROLE),
            Gain.MORE)
        .parts(
            "limits",
            "it is … held to a limit of",
            model ->
                model.limits().stream()
                    .collect(toMap(limit -> limit.figure().word(), Function.identity())),
            Spelled::quoted,
            Gain.GUARD,
            _ -> versions.touching(all),
            limit -> limit(limit.reaching(versions.touching(all))));
  }

  private static void limit(Pair<Limit> pair) {
    pair.value(
        "",
        Spelled.quoted(pair.before().figure().word()) + " must be",
        Function.identity(),
        limit -> Spelled.word(limit.bound()) + " " + Spelled.number(limit.value()),
        Learning::limit);
  }

  private static Turn limit(Limit before, Limit after) {
    if (before.bound() != after.bound()) {
      return Turn.WIDENING;
    }
    return switch (after.bound()) {
      case AT_LEAST -> Way.<Double>less().turn(before.value(), after.value());
      case AT_MOST -> Way.<Double>greater().turn(before.value(), after.value());
    };
  }

  private static Turn threshold(Threshold before, Threshold after) {
    return before.field().equals(after.field())
        ? Way.<Double>less().turn(before.atLeast(), after.atLeast())
        : Turn.WIDENING;
  }

  private static String counts(Threshold threshold) {
    return "where "
        + Spelled.quoted(threshold.field())
        + " is at least "
        + Spelled.number(threshold.atLeast());
  }

  private Set<String> madeFrom(Signal signal) {
    return versions.purposes((Purpose purpose) -> purpose.signals().contains(signal.id()));
  }
}
