package org.aboveboard.policy.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Minors;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// What a notice says of one purpose, layer by layer.
final class PurposeNotice {
  private final Policy policy;
  private final Language language;
  private final Purpose purpose;
  private final Facts facts;

  PurposeNotice(Policy policy, Language language, Purpose purpose) {
    this.policy = policy;
    this.language = language;
    this.purpose = purpose;
    this.facts = new Facts(policy, language);
  }

  Notice.About about() {
    return new Notice.About(purpose.id(), name(), purpose.digest(), line(), card(), whole());
  }

  private String name() {
    return Spoken.sentence(facts.words(purpose.label()));
  }

  private List<Notice.Statement> line() {
    var line =
        switch (purpose.basis()) {
          case CONSENT -> purpose.isInvasive() ? Phrase.LINE_APPROVED : Phrase.LINE_YES;
          case CONTRACT -> Phrase.LINE_CONTRACT;
          case LEGAL_OBLIGATION -> Phrase.LINE_LAW;
          case LEGITIMATE_INTEREST -> Phrase.LINE_INTEREST;
        };
    return List.of(
        new Notice.Statement(line.in(language, name()), purpose.isAsked()),
        facts.held(Phrase.LINE_KEPT, facts.period(purpose.retention().longest())));
  }

  private List<Notice.Point> card() {
    var tongue = Tongue.of(language);
    var recipients = facts.recipients(purpose).map(vendor -> facts.words(vendor.label())).toList();
    return List.of(
        facts.point(Phrase.WHAT, facts.declared(purpose.sentence())),
        facts.point(Phrase.DATA, held(facts.categories(needs().map(Need::category).toList()))),
        facts.point(Phrase.KEPT, held(tongue.kept(purpose.retention().longest()))),
        facts.point(Phrase.SHARED, held(tongue.shared(recipients))),
        facts.point(
            purpose.isAsked() ? Phrase.IF_NO : Phrase.WITHOUT,
            new Notice.Statement(facts.words(purpose.ifNo()), false)),
        facts.point(Phrase.RESTS_ON, basis()),
        facts.point(Phrase.OWNER, new Notice.Statement(facts.owner(purpose), false)));
  }

  private static Notice.Statement held(String words) {
    return new Notice.Statement(words, true);
  }

  private Stream<Need> needs() {
    return purpose.data().stream();
  }

  private Notice.Statement basis() {
    return switch (purpose.basis()) {
      case CONSENT -> facts.held(purpose.isInvasive() ? Phrase.ON_APPROVAL : Phrase.ON_YES);
      case CONTRACT -> facts.word(Phrase.ON_CONTRACT);
      case LEGAL_OBLIGATION -> facts.word(Phrase.ON_LAW);
      case LEGITIMATE_INTEREST -> facts.word(Phrase.ON_INTEREST);
    };
  }

  private List<Notice.Section> whole() {
    return Stream.of(
            happens(), used(), kept(), recipients(), restsOn(), instead(), young(), owner())
        .filter(Notice.Section::isSomething)
        .toList();
  }

  private Notice.Section happens() {
    var says = new ArrayList<>(List.of(facts.declared(purpose.sentence())));
    purpose.uses().stream().sorted().forEach(use -> use(use).ifPresent(says::add));
    if (purpose.uses().contains(Use.TRAIN)) {
      policy
          .declared()
          .modelsOf(purpose)
          .forEach(model -> says.add(facts.declared(model.sentence())));
    } else {
      says.add(facts.held(Phrase.NO_TRAIN));
    }
    return facts.section("happens", Phrase.HAPPENS, says, fields());
  }

  private Optional<Notice.Statement> use(Use use) {
    return switch (use) {
      case COLLECT -> Optional.of(collects());
      case SERVE -> {
        var places = facts.surfaces(purpose).map(Surface::label).map(facts::words).toList();
        yield places.isEmpty()
            ? Optional.empty()
            : Optional.of(facts.held(Phrase.SERVE, String.join("; ", places)));
      }
      case EXPLAIN -> Optional.of(facts.held(Phrase.EXPLAIN));
      case TRAIN -> Optional.of(facts.held(Phrase.TRAIN));
      case AUDIT -> Optional.of(facts.held(Phrase.AUDIT));
      case DISCLOSE -> Optional.of(facts.held(Phrase.DISCLOSE));
    };
  }

  private Notice.Statement collects() {
    var events = events().map(EventType::label).map(facts::words).toList();
    return events.isEmpty()
        ? facts.held(Phrase.COLLECT_NOTHING)
        : facts.held(Phrase.COLLECT, facts.list(events));
  }

  /// What is noted along with an act, by the names that its fields are declared under.
  private List<Notice.Point> fields() {
    return events().map(event -> fields(event)).filter(point -> !point.says().isEmpty()).toList();
  }

  private Notice.Point fields(EventType event) {
    var names =
        event.fields().stream()
            .filter(field -> field.purposes().contains(purpose.id()))
            .map(Field::name)
            .toList();
    return new Notice.Point(
        event.id(),
        Spoken.sentence(facts.words(event.label())),
        names.isEmpty()
            ? List.of()
            : List.of(facts.held(Phrase.COLLECT_FIELDS, facts.list(names))));
  }

  private Stream<EventType> events() {
    return policy.events().stream().filter(event -> event.purposes().contains(purpose.id()));
  }

  private Notice.Section used() {
    return facts.section("data", Phrase.USED, List.of(), needs().map(this::need).toList());
  }

  private Notice.Point need(Need need) {
    var says = new ArrayList<>(List.of(facts.declared(need.because())));
    says.add(facts.word(need.necessity() == Necessity.REQUIRED ? Phrase.NEEDED : Phrase.OPTIONAL));
    if (canBeLeftOut(need)) {
      says.add(facts.held(Phrase.LEAVE_OUT));
    }
    policy
        .category(need.category())
        .ifPresent(category -> {
          says.add(new Notice.Statement(Notice.origin(category.provenance(), language), false));
          if (category.isSensitive()) {
            says.add(facts.word(Phrase.SENSITIVE));
          }
        });
    return new Notice.Point(
        need.category(), Spoken.sentence(facts.category(need.category())), says);
  }

  /// Whether what tells it is a signal, each of which a person can switch off.
  private boolean canBeLeftOut(Need need) {
    return purpose.isAsked()
        && need.necessity() == Necessity.OPTIONAL
        && events()
            .filter(event -> event.category().equals(need.category()))
            .anyMatch(event -> event.signal().filter(purpose.signals()::contains).isPresent());
  }

  private Notice.Section kept() {
    var says = new ArrayList<Notice.Statement>();
    if (purpose.uses().contains(Use.TRAIN)) {
      says.add(facts.held(Phrase.UNLEARNT));
    }
    if (purpose.isAsked()) {
      says.add(facts.held(Phrase.SHORTER));
      says.add(facts.held(Phrase.YES_LASTS, facts.period(purpose.consentLasts())));
    }
    return facts.section("retention", Phrase.HOW_LONG, says, stages(facts, purpose));
  }

  /// How long a purpose keeps what it has, for each stage that it has.
  static List<Notice.Point> stages(Facts facts, Purpose purpose) {
    var retention = purpose.retention();
    var stages = new ArrayList<Notice.Point>();
    stages.add(stage(facts, Phrase.STAGE_EVENTS, facts.period(retention.events())));
    if (purpose.uses().contains(Use.TRAIN)) {
      stages.add(stage(facts, Phrase.STAGE_MODEL, facts.period(retention.model())));
    }
    if (purpose.uses().contains(Use.SERVE) && facts.surfaces(purpose).findAny().isPresent()) {
      stages.add(stage(facts, Phrase.STAGE_ANSWERS, facts.period(retention.answers())));
    }
    return stages;
  }

  private static Notice.Point stage(Facts facts, Phrase name, String period) {
    return facts.point(name, facts.held(Phrase.THEN_ERASED, period));
  }

  private Notice.Section recipients() {
    var vendors = facts.recipients(purpose).map(facts::vendor).toList();
    return facts.section(
        "recipients",
        Phrase.WHO_GETS,
        vendors.isEmpty() ? List.of(facts.held(Phrase.NO_ONE)) : List.of(),
        vendors);
  }

  private Notice.Section restsOn() {
    var says = new ArrayList<Notice.Statement>();
    switch (purpose.basis()) {
      case CONSENT -> {
        says.add(facts.word(Phrase.BASIS_YES));
        says.add(facts.held(Phrase.WITHOUT_YES));
        says.add(facts.held(Phrase.TAKE_BACK));
        says.add(facts.word(Phrase.UNTIL_THEN));
      }
      case CONTRACT -> says.add(facts.word(Phrase.BASIS_CONTRACT));
      case LEGAL_OBLIGATION -> says.add(facts.word(Phrase.BASIS_LAW));
      case LEGITIMATE_INTEREST -> {
        says.add(facts.word(Phrase.BASIS_INTEREST));
        says.add(facts.held(Phrase.SAY_NO, facts.options()));
        says.add(facts.held(Phrase.NO_COUNTS));
      }
    }
    if (purpose.isInvasive()) {
      says.add(facts.held(Phrase.CHECKED));
      assessment()
          .map(Assessment::conclusion)
          .map(facts::sentence)
          .ifPresent(conclusion -> says.add(facts.word(Phrase.ASSESSED, conclusion)));
    }
    return facts.section("basis", Phrase.BASIS, says, List.of());
  }

  private Optional<Assessment> assessment() {
    return policy.declared().assessments().stream()
        .filter(one -> purpose.assessment().filter(one.id()::equals).isPresent())
        .findFirst();
  }

  private Notice.Section instead() {
    var points =
        facts
            .surfaces(purpose)
            .map(surface ->
                new Notice.Point(
                    surface.id(),
                    Spoken.sentence(facts.words(surface.label())),
                    List.of(facts.instead(surface))))
            .toList();
    return facts.section(
        "instead", Phrase.INSTEAD, List.of(facts.declared(purpose.ifNo())), points);
  }

  private Notice.Section young() {
    return facts.section(
        "minors", Phrase.YOUNG, young(facts, purpose).stream().toList(), List.of());
  }

  /// What a purpose does about the young; one that rests on an order or a law does not ask for age.
  static Optional<Notice.Statement> young(Facts facts, Purpose purpose) {
    var hears =
        switch (purpose.basis()) {
          case CONSENT -> true;
          case CONTRACT, LEGAL_OBLIGATION -> false;
          case LEGITIMATE_INTEREST -> purpose.level().isProfiling();
        };
    var age = Integer.toString(facts.policy().asking().minorsUnder());
    var says = purpose.minors() == Minors.EXCLUDE ? Phrase.YOUNG_OFF : Phrase.YOUNG_GUARDIAN;
    return hears ? Optional.of(facts.held(says, age)) : Optional.empty();
  }

  private Notice.Section owner() {
    return facts.section(
        "owner",
        Phrase.WHO_ANSWERS,
        List.of(new Notice.Statement(facts.owner(purpose) + ".", false)),
        List.of());
  }
}
