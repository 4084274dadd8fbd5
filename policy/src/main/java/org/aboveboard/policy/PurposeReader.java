package org.aboveboard.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one purpose, and refuses what no purpose may be.
final class PurposeReader {

  private static final Period DEFAULT_CONSENT = Period.ofMonths(13);
  private static final Period LONGEST_CONSENT = Period.ofYears(2);
  private static final int MOST_PURPOSES = 64;
  private static final String CONSENT_LASTS = "'consentLasts' does not fit.";

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
            file.wholeNumber("number", 0, MOST_PURPOSES - 1),
            file.text("label"),
            file.text("sentence"),
            file.oneOf("basis", Basis.class, Basis.CONSENT),
            file.oneOf("level", Level.class, Level.NONE),
            file.someOf("uses", Use.class),
            data(),
            Set.copyOf(file.links("signals", Links.Kind.SIGNAL)),
            Set.copyOf(file.texts("aliases")),
            file.period("retention"),
            file.periodOr("consentLasts", DEFAULT_CONSENT),
            file.texts("recipients"),
            file.link("owner", Links.Kind.ROLE),
            file.text("ifNo"),
            file.flagOr("approved", false),
            "");
    refuse(purpose);
    return purpose;
  }

  private List<Need> data() {
    return file.linkedTexts("data", Links.Kind.CATEGORY).entrySet().stream()
        .map(need -> new Need(need.getKey(), need.getValue()))
        .toList();
  }

  private void refuse(Purpose purpose) {
    if (purpose.uses().isEmpty()) {
      file.fault("uses", "The purpose names no use.", "Add one: 'uses: [collect, serve]'.");
    }
    if (purpose.level() == Level.INVASIVE && !purpose.isAsked()) {
      file.fault(
          "basis",
          "An invasive purpose must rest on consent.",
          "Write 'basis: consent', or make it less personal.");
    }
    if (file.has("approved") && purpose.level() != Level.INVASIVE) {
      file.fault("approved", "Only an invasive purpose needs an approval.", "Remove this line.");
    }
    consentLasts(purpose).ifPresent(cure -> file.fault("consentLasts", CONSENT_LASTS, cure));
  }

  private Optional<String> consentLasts(Purpose purpose) {
    if (file.has("consentLasts") && !purpose.isAsked()) {
      return Optional.of("Remove this line: only a consent runs out.");
    }
    return end(purpose.consentLasts()).isAfter(end(LONGEST_CONSENT))
        ? Optional.of("Write at most two years: nobody remembers a yes for longer.")
        : Optional.empty();
  }

  private static LocalDate end(Period period) {
    return LocalDate.EPOCH.plus(period);
  }
}
