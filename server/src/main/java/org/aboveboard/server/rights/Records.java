package org.aboveboard.server.rights;

import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.ConsentStore.Decided;
import org.aboveboard.server.consent.Particulars;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.RightsStore.Consequence;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Makes the whole of a consent record from what is kept of it and the version of the policy it was
/// given under.
public final class Records {
  private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
  private static final List<String> RIGHTS =
      List.of(
          "eu-gdpr:A7-3",
          "eu-gdpr:A15",
          "eu-gdpr:A16",
          "eu-gdpr:A17",
          "eu-gdpr:A18",
          "eu-gdpr:A20",
          "eu-gdpr:A21",
          "eu-gdpr:A77");

  private final ConsentStore consents;
  private final RightsStore store;
  private final SubjectStore subjects;
  private final Declaration declaration;
  private final InstantSource clock;

  Records(
      ConsentStore consents,
      RightsStore store,
      SubjectStore subjects,
      Declaration declaration,
      InstantSource clock) {
    this.consents = consents;
    this.store = store;
    this.subjects = subjects;
    this.declaration = declaration;
    this.clock = clock;
  }

  /// A person's record under an index of the journal.
  public Optional<ConsentRecord> find(String name, long index) {
    return subjects.find(name).flatMap(subject -> find(subject, name, index));
  }

  private Optional<ConsentRecord> find(Subject subject, String name, long index) {
    List<Consequence> done =
        store.consequences(rights(subject)).stream().filter(one -> one.consent() == index).toList();
    List<Decided> history = consents.history(rights(subject), subject);
    return history.stream()
        .filter(decided -> decided.choice().index() == index)
        .findFirst()
        .map(decided -> record(name, decided, before(history, decided.choice()), done));
  }

  /// The last choice about the same thing before this one; a signal's no is none.
  private static Optional<Choice> before(List<Decided> history, Choice choice) {
    return history.stream()
        .map(Decided::choice)
        .filter(one -> one.index() < choice.index() && one.about().equals(choice.about()))
        .filter(one -> one.carrier().isEmpty() && choice.carrier().isEmpty())
        .reduce((_, last) -> last);
  }

  /// The prompt that a person answered under an index of the journal, as they saw it.
  public Optional<Prompt> shown(String name, long index) {
    return subjects.find(name).stream()
        .flatMap(subject -> consents.history(rights(subject), subject).stream())
        .filter(decided -> decided.choice().index() == index)
        .findFirst()
        .flatMap(decided -> prompt(decided.choice(), decided.particulars()));
  }

  /// The prompt that was shown when something was decided, made again; nothing where none was, or
  /// where the version of the policy is of an earlier release.
  private Optional<Prompt> prompt(Choice choice, Particulars particulars) {
    return Language.of(particulars.language())
        .flatMap(language ->
            declaration
                .version(particulars.policyDigest())
                .flatMap(version ->
                    Prompts.prompt(
                        version,
                        particulars.surface(),
                        choice.about(),
                        new Prompt.Reader(
                            language,
                            choice.inSightOfGpc(),
                            Optional.of(particulars.agreed()).filter(one -> !one.isEmpty())))))
        .filter(prompt -> prompt.digest().equals(particulars.promptDigest()));
  }

  private ConsentRecord record(
      String name, Decided decided, Optional<Choice> before, List<Consequence> done) {
    Choice choice = decided.choice();
    Optional<Policy> version = declaration.version(decided.particulars().policyDigest());
    Policy policy = version.orElse(declaration.now().policy());
    Concerned concerned = Concerned.by(policy, choice.about());
    return new ConsentRecord(
        SCHEMA,
        id(choice),
        name,
        concerned.purposes().stream().map(purpose -> processing(policy, purpose, decided)).toList(),
        parties(concerned),
        List.of(new Happened(choice, concerned.isAnInterest()).event(name)),
        made(decided, before, done));
  }

  private static String id(Choice choice) {
    return "urn:aboveboard:consent:" + choice.index();
  }

  private static ConsentRecord.Processing processing(
      Policy policy, Purpose purpose, Decided decided) {
    Organisation organisation = policy.organisation();
    Language language =
        Language.of(decided.particulars().language()).orElse(organisation.language());
    return new ConsentRecord.Processing(
        "/transparency?policy=" + policy.digest(),
        language.code(),
        purpose.label().in(language) + ": " + purpose.sentence().in(language),
        purpose.aliases().dpv(),
        basis(purpose),
        purpose.data().stream().map(need -> information(policy, need, language)).toList(),
        List.of(organisation.controller().name()),
        "observed from what the person does, and given by them",
        purpose.level().isProfiling()
            ? "automated: counts of what goes together; decides what is shown, nothing else"
            : "automated; nothing about one person decides what is shown",
        organisation.storedIn(),
        kept(purpose, decided.choice()).toString(),
        organisation.storedIn(),
        organisation.storedIn(),
        organisation.name(),
        organisation.jurisdiction(),
        purpose.recipients(),
        "/privacy: one press, or PUT /v1/consents with withdrawn",
        RIGHTS,
        List.of(),
        purpose.assessment(),
        organisation.supervisor().name());
  }

  /// As declared, or as chosen where that is shorter.
  private static Period kept(Purpose purpose, Choice choice) {
    Period declared = purpose.retention().longest();
    return choice.keep().map(chosen -> Retention.shorter(chosen, declared)).orElse(declared);
  }

  /// The code of the basis in the law's vocabulary.
  private static String basis(Purpose purpose) {
    return switch (purpose.basis()) {
      case CONSENT -> "eu-gdpr:A6-1-a";
      case CONTRACT -> "eu-gdpr:A6-1-b";
      case LEGAL_OBLIGATION -> "eu-gdpr:A6-1-c";
      case LEGITIMATE_INTEREST -> "eu-gdpr:A6-1-f";
    };
  }

  private static ConsentRecord.Information information(
      Policy policy, Need need, Language language) {
    Optional<Category> category = policy.category(need.category());
    boolean isSensitive = category.filter(Category::isSensitive).isPresent();
    return new ConsentRecord.Information(
        category.map(one -> one.label().in(language)).orElse(need.category()),
        need.category(),
        need.necessity() == Necessity.OPTIONAL,
        isSensitive,
        isSensitive);
  }

  private static List<ConsentRecord.Party> parties(Concerned concerned) {
    Organisation.Party controller = concerned.policy().organisation().controller();
    return Stream.concat(
            Stream.of(party("controller", controller, "data controller")),
            concerned.vendors().map(vendor -> party(vendor.id(), vendor.party(), role(vendor))))
        .toList();
  }

  private static String role(Vendor vendor) {
    return vendor.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static ConsentRecord.Party party(String id, Organisation.Party party, String role) {
    return new ConsentRecord.Party(
        id,
        party.name(),
        party.address() + ", " + party.country(),
        party.email(),
        "organisation",
        role,
        party.email());
  }

  private ConsentRecord.Made made(
      Decided decided, Optional<Choice> before, List<Consequence> done) {
    Choice choice = decided.choice();
    Particulars particulars = decided.particulars();
    return new ConsentRecord.Made(
        choice.index(),
        choice.about(),
        choice.kind().name().toLowerCase(Locale.ROOT),
        choice.forVisit(),
        choice.until(),
        choice.keep().map(Period::toString),
        choice.carrier(),
        before.map(Records::id),
        particulars.policyDigest(),
        choice.meaning(),
        particulars.promptId(),
        particulars.promptDigest(),
        prompt(choice, particulars).map(prompt -> new ConsentRecord.Shown(prompt.words())),
        particulars.surface(),
        particulars.order(),
        particulars.layer(),
        Optional.of(particulars.served()).filter(Instant.EPOCH::isBefore),
        choice.at(),
        particulars.method(),
        particulars.origin(),
        choice.inSightOfGpc(),
        evidence(choice, particulars),
        ConsentRecord.Made.receipt(choice.index()),
        done.stream()
            .map(one -> new ConsentRecord.Done(one.what(), one.count(), one.at()))
            .toList());
  }

  private static String evidence(Choice choice, Particulars particulars) {
    String kind = kind(choice, particulars);
    return particulars.evidence().isEmpty() ? kind : kind + ": " + particulars.evidence();
  }

  /// What somebody said without having been asked rests on their word alone.
  private static String kind(Choice choice, Particulars particulars) {
    if (choice.carrier().isPresent()) {
      return "signal";
    }
    return choice.evidence() == Evidence.PROMPT && particulars.promptId().isEmpty()
        ? "statement"
        : choice.evidence().name().toLowerCase(Locale.ROOT);
  }

  @AuditedBypass(why = "a person may see their own records whatever they agreed to")
  private Grant rights(Subject subject) {
    return Grant.forRights(subject.number(), declaration.now().policy(), clock.instant());
  }
}
