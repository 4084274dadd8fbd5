package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toMap;
import static org.aboveboard.policy.Turn.NARROWING;
import static org.aboveboard.policy.Turn.WIDENING;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Turn;

/// Which way each key of a purpose goes.
record Purposes(Versions versions, List<Change> changes) {

  void compare() {
    versions.each(
        Part.PURPOSE,
        Declared::purposes,
        Purpose::id,
        _ -> Gain.MORE,
        purpose -> versions.agreed(Set.of(purpose.id())),
        changes,
        this::compare);
    versions.after().purposes().forEach(this::takenOver);
  }

  private void compare(Pair<Purpose> pair) {
    var id = Set.of(pair.before().id());
    words(pair.reaching(versions.touching(id)));
    agreed(pair.reaching(versions.agreed(id)));
    guards(pair.reaching(versions.touching(id)));
  }

  private void words(Pair<Purpose> pair) {
    pair.text("label", "it is called", Purpose::label)
        .text("sentence", "it says", Purpose::sentence)
        .optionalText("act", "a yes says", Purpose::act)
        .text("ifNo", "what happens without it:", Purpose::ifNo)
        .value("owner", "the one who answers for it is", Purpose::owner, this::role, Way.words());
    Called.compare(pair, Purpose::aliases, Gain.GUARD);
  }

  /// What a yes agrees to: any more of it, and people are asked again.
  private void agreed(Pair<Purpose> pair) {
    pair.value("basis", "it rests on", Purpose::basis, Spelled::word, Purposes::basis)
        .value("level", "its level is", Purpose::level, Spelled::word, Way.greater())
        .members("uses", "it may …", purpose -> words(purpose.uses()), word -> word, Gain.MORE)
        .members("signals", "it is … made from", Purpose::signals, this::signal, Gain.MORE)
        .members("recipients", "it is … shared with", Purpose::recipients, this::vendor, Gain.MORE)
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
        Purposes::data,
        this::category,
        Gain.MORE,
        _ -> pair.reach(),
        this::need);
  }

  /// What protects people and is not told to them in the prompt.
  private void guards(Pair<Purpose> pair) {
    var wasAsked = pair.before().isAsked();
    var isAsked = pair.after().isAsked();
    if (wasAsked && isAsked) {
      pair.value(
          "consentLasts", "a yes holds", Purposes::consentLasts, Spelled::period, Way.longer());
    }
    pair.value("minors", "minors are", Purpose::minors, Purposes::minors, Way.greater())
        .value(
            "assessment",
            "its assessment is",
            Purpose::assessment,
            Spelled.or("none", this::assessment),
            Way.guard(Way.other()))
        .value(
            "number", "its number in stored rows is", Purpose::number, String::valueOf, Way.other())
        .members("level", "it … needs", Purposes::needs, word -> word, Gain.GUARD);
    if (wasAsked == isAsked) {
      pair.members("level", "it … heeds", Purposes::heeds, word -> word, Gain.GUARD);
    }
  }

  /// Rows are stored under a purpose's number, so whoever gets the number gets the rows.
  private void takenOver(Purpose purpose) {
    versions.before().purposes().stream()
        .filter(other -> other.number() == purpose.number() && !other.id().equals(purpose.id()))
        .forEach(other ->
            changes.add(
                new Change(
                    versions.thing(Part.PURPOSE, purpose.id()),
                    "number",
                    new Edit.Also(
                        "it … takes over what is stored for",
                        versions.name(Part.PURPOSE, other.id())),
                    WIDENING,
                    Set.of(purpose.id()),
                    false)));
  }

  /// What a person could leave out and no longer can is more, though less may be possible with it.
  private void need(Pair<Need> pair) {
    var category = pair.before().category();
    var name = category(category);
    pair.reaching(versions.touching(pair.reach().purposes()))
        .value("necessity", name + " is", Need::necessity, Spelled::word, Way.less())
        .text("because", "why " + name + ":", Need::because);
  }

  /// To ask is less than not to ask; between other bases neither is less.
  private static Turn basis(Basis before, Basis after) {
    return after == Basis.CONSENT ? NARROWING : WIDENING;
  }

  private static Set<String> needs(Purpose purpose) {
    return purpose.isInvasive() ? Set.of("an assessment and a signed approval") : Set.of();
  }

  /// Consent heeds everything, an order and a law nothing, an interest what is sent where it makes
  /// profiles.
  private static Set<String> heeds(Purpose purpose) {
    var isHeeded = purpose.basis() == Basis.LEGITIMATE_INTEREST && purpose.level().isProfiling();
    return isHeeded ? Set.of("opt-out signals and the age of minors") : Set.of();
  }

  private static Period consentLasts(Purpose purpose) {
    return purpose.consentLasts().normalized();
  }

  private static Function<Purpose, Period> kept(Function<Retention, Period> stage) {
    return purpose -> stage.apply(purpose.retention()).normalized();
  }

  private static Map<String, Need> data(Purpose purpose) {
    return purpose.data().stream().collect(toMap(Need::category, Function.identity()));
  }

  private static String minors(Minors minors) {
    return switch (minors) {
      case EXCLUDE -> "left out";
      case GUARDIAN -> "on the yes of somebody who answers for them";
    };
  }

  static List<String> words(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Spelled::word).toList();
  }

  private String role(String id) {
    return versions.name(Part.ROLE, id);
  }

  private String signal(String id) {
    return versions.name(Part.SIGNAL, id);
  }

  private String vendor(String id) {
    return versions.name(Part.VENDOR, id);
  }

  private String category(String id) {
    return versions.name(Part.CATEGORY, id);
  }

  private String assessment(String id) {
    return versions.name(Part.ASSESSMENT, id);
  }
}
