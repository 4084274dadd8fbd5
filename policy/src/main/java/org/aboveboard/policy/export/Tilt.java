package org.aboveboard.policy.export;

import static org.aboveboard.policy.Json.list;
import static org.aboveboard.policy.Json.members;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.tell.Notice;

/// A policy in the Transparency Information Language, which says in JSON what Articles 13 and 14 of
/// the GDPR want said.
///
/// TILT wants a day on which a document was made, which a policy does not have: its digest names
/// it. The year 0000 stands there, which is no day on which anything was written.
public final class Tilt {
  private static final String NO_DAY = "0000-01-01";
  private static final String PAGE = "/transparency";
  private static final String HERE = "/privacy";

  private final Policy policy;
  private final Language language;
  private final Notice notice;

  private Tilt(Policy policy, Language language) {
    this.policy = policy;
    this.language = language;
    this.notice = Notice.of(policy, language);
  }

  /// The document of a policy in one language.
  public static String write(Policy policy, Language language) {
    return new Tilt(policy, language).document();
  }

  private String document() {
    return members()
        .with("meta", meta())
        .with("controller", controller())
        .with("dataProtectionOfficer", officer())
        .with("dataDisclosed", list(used().map(this::disclosed)))
        .with("thirdCountryTransfers", list(transfers()))
        .with("accessAndDataPortability", access())
        .with("sources", list(used().map(this::source)))
        .with("rightToInformation", right(notice.said("rights", "right-access"), PAGE))
        .with(
            "rightToRectificationOrDeletion",
            right(
                notice.said("rights", "right-correct") + " " + notice.said("rights", "right-erase"),
                HERE))
        .with("rightToDataPortability", right(notice.said("rights", "right-copy"), HERE))
        .with("rightToWithdrawConsent", right(notice.said("rights", "right-withdraw"), HERE))
        .with("rightToComplain", complaint())
        .with("automatedDecisionMaking", automated())
        .with("changesOfPurpose", list(Stream.of()))
        .object();
  }

  private String meta() {
    return members()
        .text("_id", "urn:aboveboard:policy:" + policy.digest())
        .text("name", policy.organisation().name())
        .text("created", NO_DAY)
        .text("modified", NO_DAY)
        .number("version", 1)
        .text("language", language.code())
        .text("status", "active")
        .text("url", PAGE + "/tilt.json")
        .text("_hash", policy.digest())
        .object();
  }

  private String controller() {
    var controller = policy.organisation().controller();
    return members()
        .text("name", controller.name())
        .text("address", controller.address())
        .text("country", controller.country())
        .with(
            "representative",
            members()
                .text("name", policy.organisation().officers().dataSteward().title().in(language))
                .text("email", controller.email())
                .object())
        .object();
  }

  private String officer() {
    var controller = policy.organisation().controller();
    var officer = policy.organisation().officers().dataProtection();
    return members()
        .text("name", officer.title().in(language))
        .text("address", controller.address())
        .text("country", controller.country())
        .text("email", officer.email())
        .object();
  }

  /// The categories that some purpose uses.
  private Stream<Category> used() {
    return policy.categories().stream()
        .filter(category -> policy.purposes().stream().anyMatch(one -> uses(one, category)));
  }

  private static boolean uses(Purpose purpose, Category category) {
    return purpose.data().stream().anyMatch(need -> need.category().equals(category.id()));
  }

  private List<Purpose> purposes(Category category) {
    return policy.purposes().stream().filter(purpose -> uses(purpose, category)).toList();
  }

  private String disclosed(Category category) {
    var purposes = purposes(category);
    return members()
        .text("_id", category.id())
        .text("category", category.label().in(language))
        .with("purposes", list(purposes.stream().map(this::purpose)))
        .with("legalBases", list(purposes.stream().map(Purpose::basis).distinct().map(this::basis)))
        .with("legitimateInterests", list(purposes.stream().map(this::interest)))
        .with("recipients", list(recipients(category, purposes)))
        .with("storage", list(Stream.of(storage(purposes))))
        .with("nonDisclosure", withheld(category, purposes))
        .object();
  }

  private String purpose(Purpose purpose) {
    return members()
        .text("purpose", purpose.label().in(language))
        .text("description", description(purpose))
        .object();
  }

  /// What is done, and what is promised to volunteers whom it asks.
  private String description(Purpose purpose) {
    return Stream.concat(
            Stream.of(purpose.sentence().in(language)),
            Volunteered.of(policy, language, purpose).stream())
        .collect(Collectors.joining(" "));
  }

  private String basis(Basis basis) {
    var letter =
        switch (basis) {
          case CONSENT -> "a";
          case CONTRACT -> "b";
          case LEGAL_OBLIGATION -> "c";
          case LEGITIMATE_INTEREST -> "f";
        };
    return members().text("reference", "GDPR-6-1-" + letter).object();
  }

  private String interest(Purpose purpose) {
    var isInterest = purpose.basis() == Basis.LEGITIMATE_INTEREST;
    var json = members().flag("exists", isInterest);
    return (isInterest ? json.text("reasoning", purpose.sentence().in(language)) : json).object();
  }

  private Stream<String> recipients(Category category, List<Purpose> purposes) {
    return purposes.stream()
        .flatMap(purpose -> purpose.recipients().stream())
        .distinct()
        .flatMap(id -> policy.vendor(id).stream())
        .filter(vendor -> vendor.gets().contains(category.id()))
        .map(this::recipient);
  }

  private String recipient(Vendor vendor) {
    return members()
        .text("name", vendor.party().name())
        .text("address", vendor.party().address())
        .text("country", vendor.party().country())
        .with("representative", members().text("email", vendor.party().email()).object())
        .text("category", vendor.label().in(language))
        .object();
  }

  private String storage(List<Purpose> purposes) {
    return members()
        .with("temporal", list(purposes.stream().flatMap(this::kept)))
        .text("aggregationFunction", "max")
        .object();
  }

  /// One for each stage that the purpose has.
  private Stream<String> kept(Purpose purpose) {
    return Notice.kept(policy, language, purpose).entrySet().stream()
        .map(stage ->
            members()
                .text("description", purpose.label().in(language) + ": " + stage.getKey())
                .text("ttl", Words.period(stage.getValue()))
                .object());
  }

  private String withheld(Category category, List<Purpose> purposes) {
    var required =
        purposes.stream()
            .filter(purpose ->
                purpose.data().stream()
                    .anyMatch(need ->
                        need.category().equals(category.id())
                            && need.necessity() == Necessity.REQUIRED))
            .map(Purpose::basis)
            .toList();
    return members()
        .flag("legalRequirement", required.contains(Basis.LEGAL_OBLIGATION))
        .flag("contractualRegulation", required.contains(Basis.CONTRACT))
        .flag("obligationToProvide", required.contains(Basis.LEGAL_OBLIGATION))
        .text(
            "consequences",
            purposes.stream()
                .map(purpose -> purpose.ifNo().in(language))
                .distinct()
                .collect(Collectors.joining("; ")))
        .object();
  }

  private Stream<String> transfers() {
    return policy.purposes().stream()
        .flatMap(purpose -> purpose.recipients().stream())
        .distinct()
        .flatMap(id -> policy.vendor(id).stream())
        .flatMap(vendor ->
            vendor.transfer().stream()
                .map(why ->
                    members()
                        .text("country", vendor.party().country())
                        .with(
                            "appropriateGuarantees",
                            members().flag("available", true).text("description", why).object())
                        .object()));
  }

  private String access() {
    return at(
            members()
                .flag("available", true)
                .text("description", notice.said("rights", "right-access")),
            HERE)
        .texts("dataFormats", Stream.of("JSON"))
        .object();
  }

  private String source(Category category) {
    return members()
        .text("_id", category.id())
        .text("dataCategory", category.label().in(language))
        .with(
            "sources",
            list(
                Stream.of(
                    members()
                        .text("description", Notice.origin(category.provenance(), language))
                        .text("url", PAGE)
                        .flag("publiclyAvailable", false)
                        .object())))
        .object();
  }

  private String right(String description, String url) {
    return at(members().flag("available", true).text("description", description), url).object();
  }

  private Json.Members at(Json.Members json, String url) {
    return json.text("url", url).text("email", policy.organisation().contact());
  }

  private String complaint() {
    var supervisor = policy.organisation().supervisor();
    return members()
        .flag("available", true)
        .text("description", notice.said("rights", "right-complain"))
        .text("url", supervisor.website())
        .text("email", policy.organisation().contact())
        .with("supervisoryAuthority", members().text("name", supervisor.name()).object())
        .object();
  }

  private String automated() {
    var isInUse = policy.purposes().stream().anyMatch(one -> one.level().isProfiling());
    return members()
        .flag("inUse", isInUse)
        .text(
            "logicInvolved",
            policy.declared().models().stream()
                .map(Model::sentence)
                .map(sentence -> sentence.in(language))
                .collect(Collectors.joining(" ")))
        .text(
            "scopeAndIntendedEffects",
            policy.purposes().stream()
                .filter(purpose -> purpose.level().isProfiling())
                .map(purpose -> purpose.sentence().in(language))
                .collect(Collectors.joining(" ")))
        .object();
  }
}
