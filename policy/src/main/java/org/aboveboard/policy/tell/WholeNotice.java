package org.aboveboard.policy.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;

/// What a notice says that is the same whatever the purpose.
final class WholeNotice {
  private final Policy policy;
  private final Language language;
  private final Organisation organisation;
  private final Facts facts;
  private final FairNotice fair;

  WholeNotice(Policy policy, Language language) {
    this.policy = policy;
    this.language = language;
    this.organisation = policy.organisation();
    this.facts = new Facts(policy, language);
    this.fair = new FairNotice(policy, language, facts);
  }

  List<Notice.Statement> lead() {
    return List.of(
        facts.word(Phrase.LEAD, organisation.controller().name()), facts.held(Phrase.MADE));
  }

  List<Notice.Section> sections() {
    return Stream.concat(same().stream(), fair.sections().stream())
        .filter(Notice.Section::isSomething)
        .toList();
  }

  private List<Notice.Section> same() {
    return List.of(
        who(), sources(), recipients(), retention(), rights(), chosen(), young(), asked(), never());
  }

  private Notice.Section who() {
    var controller = organisation.controller();
    var officer = organisation.officers().dataProtection();
    return facts.section(
        "controller",
        Phrase.WHO_WE_ARE,
        List.of(),
        List.of(
            said(Phrase.CONTROLLER, controller.name()),
            said(Phrase.ADDRESS, controller.address() + ", " + facts.country(controller.country())),
            said(Phrase.EMAIL, controller.email()),
            said(Phrase.OFFICER, facts.words(officer.title()) + ", " + officer.email())));
  }

  private Notice.Point said(Phrase name, String words) {
    return facts.point(name, new Notice.Statement(words, false));
  }

  private Notice.Section sources() {
    var says = new ArrayList<Notice.Statement>();
    from(Provenance.PROVIDED, Phrase.FROM_YOU, says);
    from(Provenance.OBSERVED, Phrase.FROM_SIGHT, says);
    from(Provenance.INFERRED, Phrase.FROM_GUESSES, says);
    says.add(facts.held(Phrase.NOT_DECLARED));
    return facts.section("sources", Phrase.SOURCES, says, List.of());
  }

  private void from(Provenance provenance, Phrase phrase, List<Notice.Statement> says) {
    var used =
        policy.purposes().stream()
            .flatMap(purpose -> purpose.data().stream())
            .map(Need::category)
            .distinct()
            .flatMap(id -> policy.category(id).stream())
            .filter(category -> category.provenance() == provenance)
            .map(Category::id)
            .toList();
    if (!used.isEmpty()) {
      says.add(facts.word(phrase, facts.categories(used)));
    }
  }

  private Notice.Section recipients() {
    var vendors = policy.purposes().stream().flatMap(facts::recipients).distinct().toList();
    var says = new ArrayList<Notice.Statement>();
    if (vendors.isEmpty()) {
      says.add(facts.held(Phrase.NO_ONE));
    }
    if (!organisation.storedIn().isEmpty()) {
      var countries = organisation.storedIn().stream().map(facts::country).toList();
      says.add(facts.word(Phrase.STORED_IN, facts.list(countries)));
    }
    if (vendors.stream().allMatch(one -> organisation.storedIn().contains(one.party().country()))) {
      says.add(facts.word(Phrase.NO_TRANSFER));
    }
    return facts.section(
        "recipients", Phrase.RECIPIENTS, says, vendors.stream().map(facts::vendor).toList());
  }

  private Notice.Section retention() {
    return facts.section(
        "retention",
        Phrase.RETENTION,
        List.of(),
        policy.purposes().stream().map(this::kept).toList());
  }

  private Notice.Point kept(Purpose purpose) {
    return new Notice.Point(
        purpose.id(),
        Spoken.sentence(facts.words(purpose.label())),
        PurposeNotice.stages(facts, purpose).stream()
            .map(stage ->
                new Notice.Statement(stage.name() + ": " + stage.says().getFirst().words(), true))
            .toList());
  }

  private Notice.Section rights() {
    var contact = organisation.contact();
    var supervisor = organisation.supervisor();
    var here = facts.options();
    return facts.section(
        "rights",
        Phrase.RIGHTS,
        List.of(facts.word(Phrase.FREE)),
        List.of(
            facts.point(Phrase.RIGHT_ACCESS, facts.held(Phrase.SAYS_ACCESS, here)),
            facts.point(Phrase.RIGHT_COPY, facts.held(Phrase.SAYS_COPY)),
            facts.point(Phrase.RIGHT_WITHDRAW, facts.held(Phrase.SAYS_WITHDRAW)),
            facts.point(Phrase.RIGHT_PAUSE, facts.held(Phrase.SAYS_PAUSE)),
            facts.point(Phrase.RIGHT_ERASE, facts.held(Phrase.SAYS_ERASE)),
            facts.point(Phrase.RIGHT_WHY, facts.held(Phrase.SAYS_WHY)),
            facts.point(Phrase.RIGHT_CORRECT, facts.word(Phrase.SAYS_CORRECT, contact)),
            objection(facts.word(Phrase.SAYS_OBJECT, contact)),
            facts.point(
                Phrase.RIGHT_COMPLAIN,
                facts.word(
                    Phrase.SAYS_COMPLAIN,
                    supervisor.name(),
                    supervisor.website().replaceFirst("^https?://", "")))));
  }

  private Notice.Point objection(Notice.Statement byLetter) {
    var byPress = facts.held(Phrase.SAYS_OBJECT_HERE, facts.options());
    return policy.purposes().stream().anyMatch(one -> one.basis() == Basis.LEGITIMATE_INTEREST)
        ? facts.point(Phrase.RIGHT_OBJECT, byPress, byLetter)
        : facts.point(Phrase.RIGHT_OBJECT, byLetter);
  }

  private Notice.Section chosen() {
    var says = new ArrayList<Notice.Statement>();
    if (!policy.surfaces().isEmpty()) {
      says.add(facts.held(Phrase.CHOSEN_BY));
      says.add(facts.word(Phrase.NO_EFFECT));
      policy.declared().models().stream()
          .map(Model::sentence)
          .map(facts::declared)
          .forEach(says::add);
    }
    return facts.section(
        "choosing", Phrase.CHOSEN, says, policy.surfaces().stream().map(this::surface).toList());
  }

  /// The main parameters of a place, and what stands there without a yes.
  private Notice.Point surface(Surface surface) {
    var says = new ArrayList<Notice.Statement>();
    var purposes = surface.purposes().stream().flatMap(id -> policy.purpose(id).stream()).toList();
    if (purposes.isEmpty()) {
      says.add(facts.held(Phrase.MADE_FROM_NOTHING));
    } else {
      says.add(
          facts.held(
              Phrase.MADE_FROM,
              facts.list(purposes.stream().map(one -> facts.words(one.label())).toList())));
      says.add(counts(surface, purposes));
    }
    says.add(
        new Notice.Statement(
            Phrase.OTHERWISE.in(language, small(facts.instead(surface).words())), true));
    says.addAll(fair.of(surface.showing()));
    if (surface.critical()) {
      says.add(facts.held(Phrase.ASKED_NEVER));
    }
    return new Notice.Point(surface.id(), Spoken.sentence(facts.words(surface.label())), says);
  }

  private static String small(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private Notice.Statement counts(Surface surface, List<Purpose> purposes) {
    var signals =
        policy.signals().stream()
            .filter(signal ->
                purposes.stream().anyMatch(purpose -> purpose.signals().contains(signal.id())))
            .filter(
                signal -> surface.signals().map(some -> some.contains(signal.id())).orElse(true))
            .sorted(Comparator.comparingInt(Signal::weight).reversed())
            .map(signal ->
                Phrase.TIMES.in(
                    language, facts.words(signal.verb()), Integer.toString(signal.weight())))
            .toList();
    return switch (signals.size()) {
      case 0 -> facts.held(Phrase.COUNTS_NOTHING);
      case 1 -> facts.held(Phrase.COUNTS_ONE, signals.getFirst());
      default -> facts.held(Phrase.COUNTS, String.join(", ", signals));
    };
  }

  private Notice.Section young() {
    var points =
        policy.purposes().stream()
            .flatMap(purpose ->
                PurposeNotice.young(facts, purpose).stream()
                    .map(says ->
                        new Notice.Point(
                            purpose.id(),
                            Spoken.sentence(facts.words(purpose.label())),
                            List.of(says))))
            .toList();
    return facts.section("minors", Phrase.YOUNG, List.of(), points);
  }

  private Notice.Section asked() {
    if (policy.purposes().stream().noneMatch(Purpose::isAsked)) {
      return facts.section("asking", Phrase.HOW_ASKED, List.of(), List.of());
    }
    var asking = policy.asking();
    var times =
        asking.perSession() == 1
            ? Phrase.ONCE.in(language)
            : Phrase.TIMES_EACH.in(language, Integer.toString(asking.perSession()));
    var says = new ArrayList<Notice.Statement>();
    says.add(facts.held(Phrase.ASKED_ONCE, times));
    says.add(facts.held(Phrase.ASKED_AGAIN, facts.period(asking.againAfter())));
    says.add(facts.held(Phrase.ASKED_BROWSER));
    if (asking.sharedDevices()) {
      says.add(facts.held(Phrase.ASKED_SHARED, facts.period(asking.visitLasts())));
    }
    says.add(facts.held(Phrase.ASKED_CHANGED));
    return facts.section("asking", Phrase.HOW_ASKED, says, List.of());
  }

  private Notice.Section never() {
    return facts.section(
        "never",
        Phrase.NEVER,
        List.of(),
        policy.declared().prohibitions().stream().map(this::never).toList());
  }

  private Notice.Point never(Prohibition no) {
    var uses =
        no.uses().stream()
            .sorted()
            .map(use -> doing(use).in(language))
            .collect(Collectors.joining("; "));
    return new Notice.Point(
        no.id(),
        Spoken.sentence(facts.categories(no.categories().stream().sorted().toList())),
        List.of(facts.declared(no.label()), facts.held(Phrase.NEVER_USED, uses)));
  }

  private static Phrase doing(Use use) {
    return switch (use) {
      case COLLECT -> Phrase.DO_COLLECT;
      case SERVE -> Phrase.DO_SERVE;
      case EXPLAIN -> Phrase.DO_EXPLAIN;
      case TRAIN -> Phrase.DO_TRAIN;
      case AUDIT -> Phrase.DO_AUDIT;
      case DISCLOSE -> Phrase.DO_DISCLOSE;
    };
  }
}
