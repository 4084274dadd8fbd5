package org.aboveboard.policy;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The whole declaration of one version, and the one place where its decisions are made.
///
/// Two policies of the same declaration can differ in what lies beside it: the approvals and
/// releases on file, and the earlier meanings that people may have agreed to.
public final class Policy {

  private static final Decision.Deny UNKNOWN =
      new Decision.Deny(Reason.UNKNOWN_PURPOSE, Reason.UNKNOWN_PURPOSE.rule());

  private final Declared declared;
  private final List<Approval> approvals;
  private final List<Release> releases;
  private final Map<String, Meaning> earlier;
  private final String canonicalJson;
  private final String digest;
  private final List<Purpose> purposes;
  private final Map<String, Purpose> purposeById;
  private final Map<String, Meaning> meanings;
  private final Map<String, Surface> surfaceById;
  private final Map<String, Signal> signalById;
  private final Map<String, Category> categoryById;
  private final Map<String, Vendor> vendorById;
  private final Map<String, EventType> eventByName = new HashMap<>();
  private final Map<String, Clearance> clearances;
  private final Map<String, Rule> rules;

  private Policy(
      Declared declared,
      List<Approval> approvals,
      List<Release> releases,
      Map<String, Meaning> earlier) {
    this.declared = declared;
    this.approvals = List.copyOf(approvals);
    this.releases = List.copyOf(releases);
    this.earlier = Map.copyOf(earlier);
    var canonical = new Canonical(declared);
    this.canonicalJson = canonical.policy();
    this.digest = Digest.of(canonicalJson);
    this.meanings =
        declared.purposes().stream().collect(toUnmodifiableMap(Purpose::id, canonical::meaning));
    this.purposes =
        declared.purposes().stream()
            .map(purpose -> purpose.withDigest(meaning(purpose).digest()))
            .sorted(Comparator.comparingInt(Purpose::number))
            .toList();
    this.purposeById = byId(purposes, Purpose::id);
    this.surfaceById = byId(declared.surfaces(), Surface::id);
    this.signalById = byId(declared.signals(), Signal::id);
    this.categoryById = byId(declared.categories(), Category::id);
    this.vendorById = byId(declared.vendors(), Vendor::id);
    declared.events().forEach(event -> event.keys().forEach(k -> eventByName.put(k, event)));
    this.clearances =
        purposes.stream()
            .collect(
                toUnmodifiableMap(
                    Purpose::id, p -> Clearance.of(p, digest, declared, this.approvals)));
    this.rules = purposes.stream().collect(toUnmodifiableMap(Purpose::id, this::rule));
  }

  /// The policy of a declaration that was read and found without fault.
  public static Policy of(Declared declared) {
    return new Policy(declared, List.of(), List.of(), Map.of());
  }

  /// The same declaration with these approvals on file.
  public Policy with(List<Approval> onFile) {
    return new Policy(declared, onFile, releases, earlier);
  }

  /// The same declaration with these releases of its models on file.
  public Policy releasing(List<Release> onFile) {
    return new Policy(declared, approvals, onFile, earlier);
  }

  /// The same declaration after these meanings, which people may have agreed to.
  public Policy after(Collection<Meaning> before) {
    var known = new HashMap<>(earlier);
    before.forEach(meaning -> known.put(meaning.digest(), meaning));
    return new Policy(declared, approvals, releases, known);
  }

  /// SHA-256 of the canonical JSON, in hexadecimal. Approvals and releases are not part of it: they
  /// name it.
  public String digest() {
    return digest;
  }

  /// The whole declaration with sorted keys and no white space (RFC 8785).
  public String canonicalJson() {
    return canonicalJson;
  }

  /// Everything that is declared, kind by kind.
  public Declared declared() {
    return declared;
  }

  public List<Approval> approvals() {
    return approvals;
  }

  public List<Release> releases() {
    return releases;
  }

  public Optional<Model> model(String id) {
    return declared.models().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public Organisation organisation() {
    return declared.organisation();
  }

  public Asking asking() {
    return declared.asking();
  }

  /// In the order of their numbers.
  public List<Purpose> purposes() {
    return purposes;
  }

  public Optional<Purpose> purpose(String id) {
    return Optional.ofNullable(purposeById.get(id));
  }

  /// The purposes another consent tool means by a name: their id or one of their aliases.
  public List<Purpose> purposesCalled(String name) {
    return purposes.stream()
        .filter(purpose -> purpose.id().equals(name) || purpose.aliases().include(name))
        .toList();
  }

  public List<Surface> surfaces() {
    return declared.surfaces();
  }

  public Optional<Surface> surface(String id) {
    return Optional.ofNullable(surfaceById.get(id));
  }

  public List<EventType> events() {
    return declared.events();
  }

  /// The declared event a message is, by its kind and its name; a page without a name has an empty
  /// one.
  public Optional<EventType> event(String type, String name) {
    return Optional.ofNullable(eventByName.get(EventType.key(type, name)))
        .or(() -> Optional.ofNullable(eventByName.get(type)));
  }

  public List<Signal> signals() {
    return declared.signals();
  }

  public Optional<Signal> signal(String id) {
    return Optional.ofNullable(signalById.get(id));
  }

  public List<Category> categories() {
    return declared.categories();
  }

  public Optional<Category> category(String id) {
    return Optional.ofNullable(categoryById.get(id));
  }

  public Optional<Vendor> vendor(String id) {
    return Optional.ofNullable(vendorById.get(id));
  }

  public List<Segment> segments() {
    return declared.oversight().segments();
  }

  public Optional<Segment> segment(String id) {
    return segments().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public List<Groups> groups() {
    return declared.oversight().groups();
  }

  public Optional<Groups> groups(String id) {
    return groups().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public List<Monitor> monitors() {
    return declared.oversight().monitors();
  }

  public Optional<Monitor> monitor(String id) {
    return monitors().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public List<Experiment> experiments() {
    return declared.oversight().experiments();
  }

  public List<Role> roles() {
    return declared.roles();
  }

  /// What a yes to a purpose agrees to now.
  public Meaning meaning(Purpose purpose) {
    return Optional.ofNullable(meanings.get(purpose.id())).orElseThrow();
  }

  /// A meaning that people may have agreed to earlier.
  public Optional<Meaning> earlier(String meaning) {
    return Optional.ofNullable(earlier.get(meaning));
  }

  /// The digests of all meanings whose yes still allows something, the current one first.
  public List<String> agreements(Purpose purpose) {
    var all = new ArrayList<>(List.of(purpose.digest()));
    if (purpose.isAsked()) {
      carried(purpose).map(Meaning::digest).sorted().forEach(all::add);
    }
    return all;
  }

  /// Whether a yes to some meaning covers all that the purpose is now, so that nobody need be asked
  /// again.
  public boolean isCovered(Purpose purpose, String meaning) {
    return meaning.equals(purpose.digest())
        || carried(purpose)
            .filter(agreed -> agreed.digest().equals(meaning))
            .anyMatch(agreed -> meaning(purpose).isWithin(agreed));
  }

  /// Why a purpose is off for everybody just now, if it is.
  public Optional<Reason> closed(Purpose purpose, Instant now) {
    var lacking = Optional.ofNullable(clearances.get(purpose.id())).orElseThrow().lacking(now);
    return List.of(Reason.NOT_ASSESSED, Reason.NOT_APPROVED).stream()
        .filter(reason -> (lacking & reason.bit()) != 0)
        .findFirst();
  }

  /// The last day on which an invasive purpose is both assessed and approved, if it is.
  public Optional<LocalDate> clearedUntil(Purpose purpose) {
    return Optional.ofNullable(clearances.get(purpose.id())).flatMap(Clearance::until);
  }

  /// The most a use of a purpose can have at a surface, whoever said what; nothing where the
  /// declaration rules it out.
  public Optional<Obligations> atMost(Purpose purpose, Use use, Optional<String> surface) {
    return Optional.ofNullable(rules.get(purpose.id())).flatMap(rule -> rule.atMost(use, surface));
  }

  /// Whether this subject's data may be used as asked, now.
  public Decision decide(Question question, Standing standing, Instant now) {
    return decide(question, standing, Optional.empty(), now);
  }

  /// Whether the data of all who agreed may be used as asked, now.
  public Decision decide(PopulationQuestion question, Instant now) {
    var rule = rules.get(question.purpose().id());
    return rule != null && rule.isFor(question.purpose()) ? rule.decide(question, now) : UNKNOWN;
  }

  Decision decide(
      Question question, Standing standing, Optional<Rule.Occurred> occurred, Instant now) {
    var rule = rules.get(question.purpose().id());
    return rule != null && rule.isFor(question.purpose())
        ? rule.decide(question, standing, occurred, now)
        : UNKNOWN;
  }

  /// What goes with a key that opens all that is held.
  Obligations everything() {
    return new Obligations(
        byId(declared.events(), EventType::id).keySet(),
        declared.fields().map(Field::id).collect(toSet()),
        signalById.keySet(),
        Retention.of(Period.ZERO));
  }

  private Stream<Meaning> carried(Purpose purpose) {
    return earlier.values().stream()
        .filter(meaning -> meaning.purpose().equals(purpose.id()))
        .filter(meaning -> !meaning.digest().equals(purpose.digest()))
        .filter(meaning -> meaning.canCarry(meaning(purpose)));
  }

  private Rule rule(Purpose purpose) {
    var whole = Scope.whole(declared, purpose);
    var agreed =
        carried(purpose)
            .collect(toUnmodifiableMap(Meaning::digest, m -> whole.within(m, meaning(purpose))));
    return new Rule(
        declared,
        purpose,
        digest,
        whole,
        agreed,
        Optional.ofNullable(clearances.get(purpose.id())).orElseThrow());
  }

  private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
    return things.stream().collect(toUnmodifiableMap(id, Function.identity()));
  }
}
