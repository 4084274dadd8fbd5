package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Use;

/// Reads one purpose, and refuses what no purpose may be.
final class PurposeReader {

  private static final Period DEFAULT_CONSENT = Period.ofMonths(13);
  private static final int GREATEST_NUMBER = 9_999;

  private final String id;
  private final Reading file;

  private PurposeReader(String id, Reading file) {
    this.id = id;
    this.file = file;
  }

  static Purpose read(String id, Reading file, Crossings crossings) {
    var purpose = new PurposeReader(id, file).read();
    crossings.purpose(purpose, file);
    return purpose;
  }

  private Purpose read() {
    var purpose =
        new Purpose(
            id,
            file.wholeNumber("number", 0, GREATEST_NUMBER),
            file.words("label"),
            file.words("sentence"),
            file.has("act") ? Optional.of(file.words("act")) : Optional.empty(),
            file.oneOf("basis", Basis.class, Basis.CONSENT),
            file.oneOf("level", Level.class, Level.NONE),
            file.someOf("uses", Use.class),
            data(),
            Set.copyOf(file.links("signals", Kind.SIGNAL)),
            SmallThings.aliases(file),
            retention(),
            file.periodOr("consentLasts", DEFAULT_CONSENT),
            file.links("recipients", Kind.VENDOR),
            file.link("owner", Kind.ROLE),
            file.words("ifNo"),
            file.has("minors")
                ? file.oneOf("minors", Minors.class, Minors.EXCLUDE)
                : Minors.EXCLUDE,
            file.has("assessment")
                ? Optional.of(file.link("assessment", Kind.ASSESSMENT))
                : Optional.empty(),
            "");
    refuse(purpose);
    return purpose;
  }

  private List<Need> data() {
    return file.linkedBlocks("data", Kind.CATEGORY).entrySet().stream()
        .map(need -> need(need.getKey(), need.getValue()))
        .toList();
  }

  private static Need need(String category, Reading block) {
    var need =
        new Need(
            category,
            block.oneOf("necessity", Necessity.class, Necessity.REQUIRED),
            block.words("because"));
    block.done();
    return need;
  }

  private Retention retention() {
    if (!file.isBlock("retention")) {
      return Retention.of(file.period("retention"));
    }
    var block = file.block("retention");
    var retention =
        new Retention(block.period("events"), block.period("model"), block.period("answers"));
    if (!Retention.isWithin(retention.model(), retention.events())) {
      block.fault(
          "model",
          "What is no longer kept cannot count in a model.",
          "Write at most the time of 'events'.");
    }
    block.done();
    return retention;
  }

  private void refuse(Purpose purpose) {
    if (purpose.uses().isEmpty()) {
      file.fault("uses", "The purpose names no use.", "Add one: 'uses: [collect, serve]'.");
    }
    if (purpose.isInvasive() && !purpose.isAsked()) {
      file.fault(
          "basis",
          "An invasive purpose must rest on consent.",
          "Write 'basis: consent', or make it less personal.");
    }
    file.refuse(
        "approved",
        "An approval is not written here.",
        say("Remove this line; './aboveboard approve' signs one for purposes/%s.", id));
    if (!purpose.isAsked()) {
      refuseOfUnasked();
    }
  }

  private void refuseOfUnasked() {
    if (file.has("consentLasts")) {
      file.fault(
          "consentLasts",
          "'consentLasts' does not fit.",
          "Remove this line: only a consent runs out.");
    }
    if (file.has("act")) {
      file.fault("act", "'act' does not fit.", "Remove this line: nobody is asked about this.");
    }
  }
}
